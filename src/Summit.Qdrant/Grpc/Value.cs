namespace Summit.Qdrant.Grpc;

/// <summary>A value of a payload: JSON, with integers of their own.</summary>
public partial class Value
{
    /// <summary>A string.</summary>
    /// <param name="value">Not null: null is <see cref="NullValue"/>.</param>
    public static implicit operator Value(string value) => new() { StringValue = value };

    /// <summary>An integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Value(long value) => new() { IntegerValue = value };

    /// <summary>A boolean.</summary>
    /// <param name="value">True or false.</param>
    public static implicit operator Value(bool value) => new() { BoolValue = value };

    /// <summary>A floating-point number.</summary>
    /// <param name="value">Finite: payloads are JSON.</param>
    public static implicit operator Value(double value) => new() { DoubleValue = value };

    /// <summary>A list of strings.</summary>
    /// <param name="values">The strings, in their order.</param>
    public static implicit operator Value(string[] values) =>
        new() { ListValue = new ListValue { Values = { values.Select(value => (Value)value) } } };

    /// <summary>A list.</summary>
    /// <param name="values">The values, in their order.</param>
    public static implicit operator Value(Value[] values) => new() { ListValue = new ListValue { Values = { values.AsEnumerable() } } };

    /// <summary>An object.</summary>
    /// <param name="map">Its fields; their order is not kept.</param>
    public static implicit operator Value(Dictionary<string, Value> map) => new() { StructValue = new Struct { Fields = { map } } };
}
