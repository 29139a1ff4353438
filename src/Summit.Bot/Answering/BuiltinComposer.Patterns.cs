using System.Text.RegularExpressions;

namespace Summit.Bot.Answering;

// What a sentence is worded with, in either language.
public sealed partial class BuiltinComposer
{
    [GeneratedRegex(@"\b(contien|conten|compren(?!dre)|compos|consist|prévoi|inclu[ts]?|stipul|contain|includ|provid|compris)\p{L}*|:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Containing();

    [GeneratedRegex(@"\b(réagi|réact|répon|répli|rétorqu|ripost|react|respon[ds]|repl(y|ies|ied)|answer|retort)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Reaction();

    [GeneratedRegex(@"\b(en|by)\s+\p{L}+(ant|ing)\b|\b(par|grâce|via|through|using|au\s+moyen|by\s+means)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Manner();

    [GeneratedRegex(@"\b(depuis|durant|pendant|il\s+y\s+a|since|during|ago|begun|began|commencé|for\s+(the\s+(past|last)|over|nearly|almost|about|more|several|many|years|months|decades|a\s+long|\d+))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Since();

    [GeneratedRegex(@"\b(durant|pendant|lors\s+d|au\s+cours|during|in\s+the\s+course|at\s+the\s+(start|beginning|end|opening|close))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex During();

    [GeneratedRegex(@"\b(dialog|discussion|échang|entretien|parl(é|er|e|ent|era|ait|aient)\b|discut|talk|convers|pourparler|négoci|negotiat|débat|debat|spoke|speak|exchange)\p{L}*\W+(\S+\s+){0,4}?(sur|à\s+propos|au\s+sujet|concernant|autour|about|on|over|regarding|concerning)\b|\b(discuss|évoqu|abord(é|er|e)|tackl|rais(ed|ing))\p{L}*\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex TalkAbout();

    [GeneratedRegex(@"\b(will|going\s+to|plans?\s+to|planning|va|vont|doit|compte|prévoit|\p{L}+r(a|ont)(-t)?(-(il|elle|ils|elles))?)\b|['’]ll\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"^\s*(et|and|n|&|\+|ou|or|-|–)\s*((le|la|les|the)\s+|l['’])?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex And();

    [GeneratedRegex(@"\b(aucune?|pas|jamais|no|not|never)\b|n['’]t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Denial();
}
