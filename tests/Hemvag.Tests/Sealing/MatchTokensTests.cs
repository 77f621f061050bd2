using Hemvag.Sealing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SealingSamples;

namespace Hemvag.Tests.Sealing;

public class MatchTokensTests
{
    private static readonly MatchTokens tokens = new(Root());

    [Theory]
    [InlineData("Åsa Öberg", "asa oberg")]
    [InlineData("ASA OBERG", "asa oberg")]
    [InlineData("Oberg,  Åsa", "asa oberg")]
    [InlineData("O’Brien Seán", "obrien sean")]
    [InlineData("Ştefania Țurcanu", "stefania turcanu")]
    [InlineData("Łukasz Żółć", "lukasz zolc")]
    [InlineData("Anna-Maria Weiß", "anna maria weiss")]
    [InlineData("İpek Yıldız", "ipek yildiz")]
    [InlineData("Nguyễn Thị Hương", "huong nguyen thi")]
    [InlineData("Наталья Щербакова", "natalia shcherbakova")]
    [InlineData("Андрій Їжакевич", "andrii izhakevich")]
    [InlineData("Љубица Ђорђевић", "dordevic ljubitsa")]
    [InlineData("محمد علي", "ali mhmd")]
    [InlineData("فَاطِمَة يوسف", "fatma iusf")]
    [InlineData("وليد آغا", "agha wlid")]
    [InlineData("ژیلا پورکریم", "purkrim zhila")]
    [InlineData("สมชาย ใจดี", "สมชาย ใจดี")]
    public void Names_have_one_spelling(string name, string parts) =>
        string.Join(' ', NameSpelling.Parts(name)).ShouldBe(string.Join(' ', parts.Split(' ').Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("Åsa Öberg", "Oberg Asa")]
    [InlineData("Наталья Попова", "Natalia Popova")]
    [InlineData("Ştefan Popa", "STEFAN POPA")]
    [InlineData("Anna-Maria Ek", "Ek Anna Maria")]
    public void The_same_name_meets_exactly(string one, string other) => Kinds(one, other).ShouldContain(MatchKind.NameAndBirthYear);

    [Theory]
    [InlineData("Mohammed Ali", "Muhamad Aly")]
    [InlineData("محمد علي", "Mohammed Ali")]
    [InlineData("خالد الحسن", "Khaled Alhassan")]
    [InlineData("فاطمة يوسف", "Fatima Youssef")]
    [InlineData("عمر حسين", "Omar Hussein")]
    [InlineData("زينب نور", "Zainab Noor")]
    [InlineData("Fatimah al-Hassan", "Fatma Hasan")]
    [InlineData("Александр Ковалёв", "Alexander Kovalyov")]
    [InlineData("Елена Цой", "Yelena Tsoy")]
    [InlineData("Yusuf Demir", "Jusuf Demir")]
    [InlineData("Wilma Karlsson", "Vilma Carlson")]
    [InlineData("Sofie Ek", "Sophie Eck")]
    public void Like_names_meet_as_maybe_and_not_as_yes(string one, string other)
    {
        Kinds(one, other).ShouldContain(MatchKind.NameLikeAndBirthYear);
        Kinds(one, other).ShouldNotContain(MatchKind.NameAndBirthYear);
    }

    [Theory]
    [InlineData("Anna Ek", "Anna Berg")]
    [InlineData("Anna Ek", "Anna Maria Ek")]
    [InlineData("Ivan Petrov", "Ivana Popova")]
    public void Other_names_do_not_meet(string one, string other) => Kinds(one, other).ShouldBeEmpty();

    [Fact]
    public void Another_year_of_birth_does_not_meet() =>
        tokens.ToStore(Named("Anna Ek", 1990)).Select(Hex).Intersect(tokens.ToStore(Named("Anna Ek", 1991)).Select(Hex)).ShouldBeEmpty();

    [Theory]
    [InlineData("Anna", 1990)]
    [InlineData("", 1990)]
    [InlineData("- '", 1990)]
    [InlineData("Anna Ek", null)]
    [InlineData(null, 1990)]
    public void There_is_no_token_of_a_name_part_alone(string? name, int? year) => tokens.ToStore(Named(name, year)).ShouldBeEmpty();

    [Fact]
    public void An_article_is_no_part_of_its_own() =>
        tokens.ToStore(Named("al Hassan", 1990)).Select(token => token.Kind).ShouldNotContain(MatchKind.NameLikeAndBirthYear);

    [Theory]
    [InlineData("070-123 45 67", "46701234567")]
    [InlineData("+46 (0)70 123 45 67", "46701234567")]
    [InlineData("0046 70 1234567", "46701234567")]
    [InlineData("+46 070 1234567", "46701234567")]
    [InlineData("46701234567", "46701234567")]
    [InlineData("+٤٦٧٠١٢٣٤٥٦٧", "46701234567")]
    [InlineData("+234 803 123 4567", "2348031234567")]
    [InlineData("112", null)]
    [InlineData("", null)]
    [InlineData("+1234567890123456", null)]
    public void Phones_have_one_spelling(string phone, string? digits) => PhoneSpelling.E164Digits(phone).ShouldBe(digits);

    [Fact]
    public void Phones_and_documents_meet_however_they_are_typed()
    {
        var one = tokens.ToStore(new MatchSubject(null, null, ["070-123 45 67", "+46701234567"], ["AB 123-456"]));
        var other = tokens.ToStore(new MatchSubject(null, null, ["+46 70 123 45 67"], ["ab123456", "12"]));

        one.Select(Hex).ShouldBe(other.Select(Hex));
        one.Select(token => token.Kind).ShouldBe([MatchKind.Phone, MatchKind.DocumentNumber]);
        one.ShouldAllBe(token => token.Value.Length == 32);
    }

    [Fact]
    public void A_phone_never_meets_a_document_of_the_same_digits()
    {
        var all = tokens.ToStore(new MatchSubject(null, null, ["+46701234567"], ["46701234567"]));

        all[0].Value.ShouldNotBe(all[1].Value);
    }

    [Fact]
    public void After_a_rotation_stored_tokens_are_still_found()
    {
        var stored = new MatchTokens(Root(1)).ToStore(Named("Anna Ek", 1990));
        var rotated = new MatchTokens(Root(2));

        rotated.ToFind(Named("Anna Ek", 1990)).Select(Hex).Intersect(stored.Select(Hex)).Count().ShouldBe(2);
        rotated.ToStore(Named("Anna Ek", 1990)).ShouldAllBe(token => token.RootKeyVersion == 2);
    }

    private static MatchSubject Named(string? name, int? year) => new(name, year, [], []);

    private static IEnumerable<MatchKind> Kinds(string one, string other)
    {
        var known = tokens.ToStore(Named(one, 1990)).Select(Hex).ToHashSet();
        return tokens.ToFind(Named(other, 1990)).Where(token => known.Contains(Hex(token))).Select(token => token.Kind);
    }

    private static string Hex(MatchToken token) => Convert.ToHexString(token.Value);
}
