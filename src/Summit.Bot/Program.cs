var d = Directory.GetCurrentDirectory(); Console.WriteLine(d);
