using System.Text;
using Hemvag.Modules.Consultations.Noticed;
using Hemvag.TestKit;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Consultations;

/// <summary>What is noticed in a text before it is sent, and what is let be. It is a help: what it misses is said on the screen.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Hon föddes 1994-05-17 i en by.", NoticedKind.Date, "föddes 1994-05-17")]
    [InlineData("Född 940517.", NoticedKind.Date, "Född 940517")]
    [InlineData("born in 1994", NoticedKind.Date, "born in 1994")]
    [InlineData("Den 17 maj 1994 flyttade de.", NoticedKind.Date, "17 maj 1994")]
    [InlineData("May 17, 1994", NoticedKind.Date, "May 17, 1994")]
    [InlineData("17.05.1994", NoticedKind.Date, "17.05.1994")]
    [InlineData("родилась 17 мая 1994", NoticedKind.Date, "родилась 17 мая 1994")]
    [InlineData("مواليد ١٩٩٤/٠٥/١٧", NoticedKind.Date, "مواليد ١٩٩٤/٠٥/١٧")]
    [InlineData("Nummer 19940517-2386 gäller.", NoticedKind.PersonalNumber, "19940517-2386")]
    [InlineData("940577-2386", NoticedKind.PersonalNumber, "940577-2386")]
    [InlineData("9405172386", NoticedKind.PersonalNumber, "9405172386")]
    [InlineData("٩٤٠٥١٧-٢٣٨٦", NoticedKind.PersonalNumber, "٩٤٠٥١٧-٢٣٨٦")]
    [InlineData("Ring 070-174 06 05 på kvällen", NoticedKind.Phone, "070-174 06 05")]
    [InlineData("+46 70 174 06 05", NoticedKind.Phone, "+46 70 174 06 05")]
    [InlineData("٠٧٠٥٥٥١٢٣٤", NoticedKind.Phone, "٠٧٠٥٥٥١٢٣٤")]
    [InlineData("０７０-１７４０６０５", NoticedKind.Phone, "０７０-１７４０６０５")]
    [InlineData("skriv till nagon.annan@hemvag.example", NoticedKind.Mail, "nagon.annan@hemvag.example")]
    [InlineData("nagon (at) hemvag.example", NoticedKind.Mail, "nagon (at) hemvag.example")]
    [InlineData("Passet är AB1234567", NoticedKind.DocumentNumber, "AB1234567")]
    [InlineData("паспорт МА 123456", NoticedKind.DocumentNumber, "МА 123456")]
    [InlineData("dossiernummer 12-345678", NoticedKind.DocumentNumber, "dossiernummer 12-345678")]
    [InlineData("Amina vill veta mer.", NoticedKind.Name, "Amina")]
    [InlineData("det gäller amina", NoticedKind.Name, "amina")]
    [InlineData("Aminas barn", NoticedKind.Name, "Aminas")]
    [InlineData("Kan Orvokki Testalainen resa?", NoticedKind.Name, "Orvokki Testalainen")]
    [InlineData("she is called Xyzzy", NoticedKind.Name, "Xyzzy")]
    [InlineData("Речь об Амине", NoticedKind.Name, "Амине")]
    [InlineData("её зовут Клеопатра", NoticedKind.Name, "Клеопатра")]
    [InlineData("هل تستطيع فاطمة العودة؟", NoticedKind.Name, "فاطمة")]
    [InlineData("اسمها وردة", NoticedKind.Name, "وردة")]
    internal void It_is_noticed(string text, NoticedKind kind, string place)
    {
        var found = PersonalData.In(text);
        found.Select(p => (p.Kind, text.Substring(p.Start, p.Length))).ShouldContain((kind, place), $"{text}: {string.Join(", ", found)}");
        PersonalData.TakeOut(text).ShouldNotContain(place);
        PersonalData.In(PersonalData.TakeOut(text)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Finns medicin mot diabetes i Moldavien, och vad kostar den?")]
    [InlineData("Hur lång är väntetiden till skyddat boende? Personen har två barn i skolåldern.")]
    [InlineData("Is there a shelter in the north, and does IOM Finland pay for it?")]
    [InlineData("The person has relatives near the border. In Romania she could study; in Moldova not.")]
    [InlineData("Stödet är USD 2 800 enligt programmet ÅMP 2018.")]
    [InlineData("Kan Migrationsverket eller Region Väst svara? Enligt OSL 10:2 får vi fråga.")]
    [InlineData("Есть ли приют в Молдове? Можно ли получить лекарства бесплатно?")]
    [InlineData("هل يوجد سكن آمن في العاصمة؟")]
    [InlineData("Kommer det att finnas plats efter sommaren? Per dag kostar det 40.")]
    public void An_ordinary_question_is_let_be(string text) => PersonalData.In(text).Select(p => text.Substring(p.Start, p.Length)).ShouldBeEmpty();

    [Fact]
    public void The_pieces_are_the_text_and_places_stand_apart() =>
        SeededRandom.Run(random =>
        {
            string[] parts =
            [
                "Amina",
                " Berisha",
                " 1994-05-17",
                "070-1740605 ",
                "a@b.se",
                ". ",
                "\n",
                "och ",
                "👩🏽‍🦱",
                "فاطمة ",
                "٩٤٠٥١٧",
                "MA 123456",
                "\uD83D",
                "[…]",
            ];
            for (var i = 0; i < 300; i++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));
                string.Concat(PersonalData.Marked(text).Select(p => p.Text)).ShouldBe(text);
                var places = PersonalData.In(text);
                places.Zip(places.Skip(1)).ShouldAllBe(p => p.First.End <= p.Second.Start);
                places.ShouldAllBe(p => p.Length > 0 && p.End <= text.Length);
            }
        });

    [Theory]
    [InlineData('a')]
    [InlineData('1')]
    [InlineData(' ')]
    [InlineData('@')]
    [InlineData('A')]
    [InlineData('-')]
    [InlineData('م')]
    public void A_long_text_is_looked_through_in_a_moment(char sign)
    {
        var text = new StringBuilder().Insert(0, $"{sign}{sign}{sign}{sign}0 ", 1000).ToString();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        PersonalData.In(text);
        PersonalData.In(new string(sign, 6000));
        System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }
}
