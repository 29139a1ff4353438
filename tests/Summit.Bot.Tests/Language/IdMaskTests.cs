using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Summit.Bot.Language;

namespace Summit.Bot.Tests.Language;

public sealed class IdMaskTests
{
    [Property]
    public Property Lists_with_an_id_in_common_have_a_bit_in_common(int[] some, int common, int[] others) =>
        ((IdMask.Of([.. some, common]) & IdMask.Of([common, .. others])) != 0).ToProperty();

    [Property]
    public Property The_bit_of_negative_ids_is_set_for_them_alone(int[] ids) =>
        ((IdMask.Of(ids) & IdMask.Negative) != 0 == ids.Any(id => id < 0)).ToProperty();
}
