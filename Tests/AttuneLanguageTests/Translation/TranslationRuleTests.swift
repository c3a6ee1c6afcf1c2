import AttuneDiagnostics
import AttuneInstrument
import AttuneTestSupport
import Foundation
import Testing

@testable import AttuneLanguage

@Suite struct TranslationRuleTests {
  /// The codes found where the instrument says something else than was translated.
  private func codes(where piece: String, isNow now: String) throws -> [String] {
    try #require(TranslationExample.instrumentText.contains(piece))
    let text = TranslationExample.instrumentText.replacing(piece, with: now)
    return try TranslationExample.compile(TranslationExample.whole, for: text).findings
      .map(\.code)
  }

  private func findings(where piece: String, isNow now: String) throws -> [Finding] {
    try #require(TranslationExample.whole.contains(piece))
    return try TranslationExample.compile(TranslationExample.whole.replacing(piece, with: now))
      .findings
  }

  @Test func findsNothingInAWholeTranslation() throws {
    let compilation = try TranslationExample.compile(TranslationExample.whole)
    #expect(compilation.findings == [])
    let translation = try #require(compilation.translation)
    #expect(translation.language == "cy")
    #expect(translation.fromVersion == "0.3.0")
    #expect(translation.translator == "Draft, not checked by a Welsh speaker")
    #expect(translation.untranslated(in: try TranslationExample.instrument()).isEmpty)
  }

  @Test func findsWhatIsOutOfDate() throws {
    try TranslationExample.check(
      "A320", ("was ask: My worker knows me.", "was ask: 1️⃣My worker knew me."))
    try TranslationExample.check("A320", ("was 3 = Agree", "was 3 = 1️⃣I agree"))
    try TranslationExample.check(
      "A320", ("was read: You can stop at any time.", "was read: 1️⃣You can stop."))
    #expect(try codes(where: "My worker knows me.", isNow: "My worker knows me well.") == ["A320"])
    #expect(try codes(where: "Disagree", isNow: "Not at all") == ["A320"])
    // A paragraph was moved: each is known by its words.
    let first = "  > {team} wants to know how people get on.\n"
    let second = "  > You can stop at any time.\n"
    #expect(try codes(where: first + second, isNow: second + first) == [])
  }

  @Test func showsBothWordings() throws {
    let finding = try #require(
      try findings(where: "was ask: My worker knows me.", isNow: "was ask: My worker knew me.")
        .first)
    #expect(finding.level == .pleaseCheck)
    #expect(
      finding.explanation.hasPrefix(
        "This translates \"My worker knew me.\", and the instrument says \"My worker knows me.\" now."
      ))
    #expect(finding.fixes.flatMap(\.edits).map(\.replacement) == ["My worker knows me."])
  }

  @Test func findsWhatIsMissing() throws {
    let line = "ask: Mae fy ngweithiwr yn fy adnabod."
    try TranslationExample.check(
      "A321", (line, "ask:"), ("was ask: My worker knows", "was 1️⃣ask: My worker knows"))
    try TranslationExample.check(
      "A321", ("  \(line)\n", ""), ("was ask: My worker knows", "was 1️⃣ask: My worker knows"))
    let pair = "  was ask: My worker knows me.\n  \(line)\n"
    try TranslationExample.check("A321", (pair, ""), ("item known", "item 1️⃣known"))
    let block = "group team\n  was title: Team\n  title: Tîm\n\n"
    try TranslationExample.check("A321", (block, ""), ("of met", "of 1️⃣met"))
    #expect(
      try codes(
        where: "plan by_team", isNow: "form short: A short one\n  uses: known\nplan by_team")
        == ["A321"])
  }

  @Test func missingLinesOfABlockAreOneFinding() throws {
    let all = try findings(where: "Mae fy ngweithiwr yn", isNow: "")
    #expect(all.isEmpty, "half a sentence is a translation too")
    let text = TranslationExample.whole.split(separator: "\n").map { line in
      line.hasPrefix("  ask worker: ") || line.hasPrefix("  ask person: ")
        ? String(line.prefix(13)) : String(line)
    }.joined(separator: "\n")
    let missing = try TranslationExample.compile(text)
    #expect(missing.findings.map(\.title) == ["2 lines of item heard are not translated yet"])
    #expect(missing.translation != nil, "the rest can be used")
  }

  @Test func findsWhatIsGone() throws {
    try TranslationExample.check(
      "A322", ("was help: Knows", "was 1️⃣unit: days\n  unit: diwrnod\n  was help: Knows"))
    try TranslationExample.check(
      "A322", ("group team", "item 1️⃣more\n  was ask: More?\n  ask: Mwy?\n\ngroup team"))
    try TranslationExample.check(
      "A322", ("was contact: Sam", "was 1️⃣contact: Nobody\n  contact: Neb\n  was contact: Sam"))
    #expect(try codes(where: "  help: Knows what matters to you.\n", isNow: "") == ["A322"])
  }

  @Test func aMisspeltNameIsOneFaultAndIsGuessed() throws {
    try TranslationExample.check("A322", ("item known", "item 1️⃣knwon"))
    try TranslationExample.check(
      "A322", ("was ask worker", "was 1️⃣ask wroker"), ("  ask worker", "  ask wroker"))
    let text = TranslationExample.whole.replacing("ask worker", with: "ask wroker")
    let source = SourceText(name: "met.cy.translation", content: text)
    let finding = try #require(try TranslationExample.compile(text).findings.first)
    let fix = try #require(finding.fixes.first)
    #expect(fix.title == "did you mean \"ask worker\"?")
    #expect(source.applying(fix.edits)?.content == TranslationExample.whole)
    let block = try #require(
      try findings(where: "construct ease", isNow: "construct eaze").first)
    #expect(block.fixes.map(\.title) == ["did you mean \"ease\"?"])
  }

  @Test func findsAnotherVersion() throws {
    try TranslationExample.check("A323", ("from version: 0.3.0", "from version: 1️⃣0.2.0"))
    let same = try findings(where: "from version: 0.3.0", isNow: "from version: 0.2.0")
    #expect(same.first?.title == "This is a translation of version 0.2.0; the instrument is 0.3.0")
    #expect(same.first?.fixes.map(\.confidence) == [.likely])
    let text = TranslationExample.instrumentText.replacing("0.3.0", with: "0.4.0")
      .replacing("My worker knows me.", with: "My worker knows me well.")
    let changed = try TranslationExample.compile(TranslationExample.whole, for: text)
    #expect(changed.findings.map(\.code) == ["A323", "A320"])
    #expect(changed.findings[0].explanation.hasPrefix("1 of its lines"))
    #expect(changed.findings[0].fixes.map(\.confidence) == [.possible])
    #expect(changed.translation != nil)
  }

  @Test func findsTheTranslationOfAnotherInstrument() throws {
    try TranslationExample.check("A324", ("of met", "of 1️⃣being_met"))
    try TranslationExample.check(
      "A324", ("group team", "1️⃣translation of met\n  was title: x\n\ngroup team"))
    let other = try TranslationExample.compile("translation of mte\n  language: cy\n")
    let wrong = other.findings.first { $0.code == "A324" }
    #expect(wrong?.fixes.map(\.title) == ["did you mean \"met\"?"])
    #expect(other.translation == nil)
  }

  @Test(arguments: ["Welsh", "CY", "xx", "cy_GB", "cy-", "english"])
  func findsALanguageThatIsNone(_ language: String) throws {
    try TranslationExample.check("A325", ("language: cy", "language: 1️⃣\(language)"))
  }

  @Test(arguments: ["cy", "pl", "pt-BR", "zh-Hant-TW", "ur", "bfi", "en-US"])
  func takesTheTagsOfLanguages(_ language: String) throws {
    #expect(isLanguageTag(language))
    let text = TranslationExample.whole.replacing("language: cy", with: "language: \(language)")
    let compilation = TranslationCompilation(
      of: SourceText(name: "met.\(language).translation", content: text),
      for: try TranslationExample.instrument())
    #expect(compilation.findings == [])
  }

  @Test func guessesTheLanguageThatIsMeant() throws {
    for (said, tag) in [("Welsh", "cy"), ("polish", "pl"), ("CY", "cy"), ("cy_GB", "cy-GB")] {
      let finding = try findings(where: "language: cy", isNow: "language: \(said)").first
      #expect(finding?.fixes.flatMap(\.edits).map(\.replacement) == [tag])
    }
    try TranslationExample.check("A325", ("language: cy", "language: 1️⃣en-GB"))
    let other = try findings(where: "language: cy", isNow: "language: pl")
    #expect(other.map(\.title) == ["The file says pl, and its name says cy"])
  }

  @Test func findsInsertsThatAreLostOrStrange() throws {
    try TranslationExample.check(
      "A326", ("read: Mae {team} eisiau", "read: 1️⃣Maen nhw eisiau"))
    try TranslationExample.check(
      "A326", ("read: Mae {team} eisiau", "read: Mae 1️⃣{tîm} eisiau"))
    try TranslationExample.check(
      "A326", ("help: Yn gwybod beth", "help: Yn gwybod 1️⃣{team} beth"))
    let strange = try findings(where: "Mae {team} eisiau", isNow: "Mae {taem} eisiau")
    #expect(strange.first?.level == .mustFix)
    #expect(strange.first?.fixes.first?.title == "did you mean {team}?")
    let source = SourceText(
      name: "a", content: TranslationExample.whole.replacing("{team} eis", with: "{taem} eis"))
    let edits = try #require(strange.first?.fixes.first?.edits)
    #expect(source.applying(edits)?.content == TranslationExample.whole)
    #expect(try findings(where: "Mae {team}", isNow: "Mae {team or eich tîm}") == [])
  }

  @Test func findsWhatIsNotSaidOfTheTranslation() throws {
    try TranslationExample.check("A327", ("  language: cy\n", ""), ("of met", "of 1️⃣met"))
    try TranslationExample.check("A327", ("  from version: 0.3.0\n", ""), ("of met", "of 1️⃣met"))
    try TranslationExample.check(
      "A327", ("  translator: Draft, not checked by a Welsh speaker\n", ""),
      ("of met", "of 1️⃣met"))
    let text = TranslationExample.whole.replacing("  language: cy\n", with: "")
    #expect(try TranslationExample.compile(text).translation == nil)
  }

  @Test func findsTwoAnswersWithTheSameWords() throws {
    try TranslationExample.check("A328", ("\n  3 = Cytuno", "\n  3 = 1️⃣anghytuno"))
  }

  @Test func findsALineThatTranslatesNothing() throws {
    try TranslationExample.check(
      "A329", ("  was help: Knows what matters to you.\n", ""),
      ("  help: Yn", "  1️⃣help: Yn"), ("item known\n", "item known\n  accept: A321 because so\n"))
    try TranslationExample.check("A329", ("\n  was stem", "\n  1️⃣stem: Hyn\n  was stem"))
  }

  @Test func findsLinesThatCannotBeRead() throws {
    try TranslationExample.check(
      "A108", ("group team", "  1️⃣help: Yn gwybod.\n\ngroup team"))
    try TranslationExample.check("A109", ("was help: Knows", "1️⃣was help:\n  was help: Knows"))
    try TranslationExample.check(
      "A101", ("was help: Knows", "was 1️⃣hlep: x\n  was help: Knows"))
    try TranslationExample.check(
      "A107", ("was help: Knows", "was help: Knows"), ("was stem", "1️⃣was 1 = x\n  was stem"))
    try TranslationExample.check("A106", ("was help: Knows", "1️⃣> Text\n  was help: Knows"))
    try TranslationExample.check("A106", ("item known", "item known: 1️⃣Fy adnabod"))
    try TranslationExample.check("A105", ("was must agree", "was 1️⃣must agree: x\n  was must agree"))
    try TranslationExample.check("A100", ("was help: Knows", "1️⃣Knows me\n  was help: Knows"))
    try TranslationExample.check("A101", ("item known", "1️⃣itme known"))
  }

  @Test func anAcceptedFindingIsSilent() throws {
    let text = TranslationExample.whole
      .replacing("ask: Mae fy ngweithiwr yn fy adnabod.", with: "ask:")
    #expect(try TranslationExample.compile(text).findings.map(\.code) == ["A321"])
    let inBlock = text.replacing(
      "item known\n", with: "item known\n  accept: A321 because the group is still asking\n")
    #expect(try TranslationExample.compile(inBlock).findings == [])
    let inFile = text.replacing(
      "of met\n", with: "of met\n  accept: A321 because the group is still asking\n")
    #expect(try TranslationExample.compile(inFile).findings == [])
  }

  @Test func aWordProcessorDoesNoHarm() throws {
    let whole = TranslationExample.whole
    let variants = [
      whole.replacing("\n", with: "\r\n"), whole.replacing("\n  ", with: "\n"),
      whole.replacing("\n  ", with: "\n\t"), whole.replacing("'", with: "\u{2019}"),
      whole.replacing("was ", with: "Was\u{A0}"), "\u{FEFF}" + whole,
      whole.replacing("\n", with: "\n\n"),
    ]
    for text in variants {
      let compilation = try TranslationExample.compile(text)
      #expect(compilation.findings == [])
      let missing = compilation.translation?.untranslated(in: try TranslationExample.instrument())
      #expect(missing == [])
    }
  }

  @Test func saysWhatTheFileIs() throws {
    let source = SourceText(name: "a.translation", content: "role x\n")
    #expect(source.findings().map(\.code) == ["A110"])
    #expect(FileKind(of: SourceText(name: "a", content: "# x\ntranslation of met")) == .translation)
    #expect(TranslationCompilation.instrumentName(in: source) == nil)
    let whole = SourceText(name: "a", content: TranslationExample.whole)
    #expect(TranslationCompilation.instrumentName(in: whole) == "met")
    #expect(whole.findings() == [], "without the instrument only the lines are read")
  }

  @Test func looksLikeThis() throws {
    let text = TranslationExample.whole
      .replacing("was 3 = Agree", with: "was 3 = I agree")
      .replacing("  ask worker: Rydw i'n gwrando ar y person hwn.\n", with: "  ask worker:\n")
      .replacing("construct ease", with: "construct eaze")
    let source = SourceText(name: "met.cy.translation", content: text)
    let findings = try TranslationExample.compile(text).findings
    #expect(
      FindingFormat.text.render(findings, of: source) == """
        The words have changed since this was translated  [A320, please check]
        met.cy.translation, line 43

           43:   was 3 = I agree
                         ^^^^^^^
           44:   3 = Cytuno    (it was translated like this)

        This translates "I agree", and the instrument says "Agree" now. Until somebody has looked at the translation, people read the instrument's own words.
          Fix (possible): look at the translation; once it says this, put the new words here

        A line of item heard is not translated yet  [A321, please check]
        met.cy.translation, line 61

           61:   was ask worker: I listen to this person.
                     ^^^^^^^^^^

        People read the instrument's own words there: ask worker.

        The instrument has no construct called "eaze"  [A322, please check]
        met.cy.translation, line 73

           73: construct eaze
                         ^^^^

        Nobody reads what is translated here.
          Fix (likely): did you mean "ease"?

        """)
  }

  @Test func theFolderIsTheRegistry() throws {
    let folder = Repository.root.appending(path: "Sources/AttuneLanguage/Translation/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") }
    #expect(allTranslationRules.map { "\($0).swift" }.sorted() == files.sorted())
    let codes = allTranslationRules.map { $0.code } + allRules.map { $0.code }
    #expect(Set(codes).count == codes.count)
    #expect(allTranslationRules.allSatisfy { Explanation.of($0.code) != nil })
  }
}
