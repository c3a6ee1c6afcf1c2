import Foundation
import Testing

/// Translations through the command: begun, checked, asked in.
@Suite struct TranslateTests {
  /// Welcome, information, consent, three answers, review, copy.
  private let answers = "\n\n1\n3\n2\n3\n\n2\n"

  private let welsh = """
    translation of short
      language: cy
      from version: 1.0.0
      translator: Draft, not checked by a Welsh speaker
      was title: A short one
      title: Un byr

    information
      was title: About this
      title: Am hyn
      was read: {team} asks three things.
      read: Mae {team} yn gofyn tri pheth.

    consent
      was title: Taking part
      title: Cymryd rhan
      was must agree taking_part: I want to take part.
      must agree taking_part: Rydw i eisiau cymryd rhan.

    support
      was title: If this brings things up
      title: Os yw hyn yn codi pethau
      was contact: Samaritans, call 116 123, free, day or night
      contact: Y Samariaid, ffoniwch 116 123, am ddim, ddydd neu nos

    scale agreement
      was 1 = Disagree
      1 = Anghytuno
      was 2 = In the middle
      2 = Yn y canol
      was 3 = Agree
      3 = Cytuno

    section main
      was title: Main part
      title: Prif ran
    item calm
      was ask: I feel calm here.
      ask: Rydw i'n teimlo'n dawel yma.
    item heard
      was ask: I feel heard here.
      ask: Rydw i'n teimlo bod rhywun yn gwrando yma.
    item safe
      was ask: I feel safe here.
      ask: Rydw i'n teimlo'n ddiogel yma.

    construct ease
      was title: Ease
      title: Esmwythder
      was higher means: more at ease
      higher means: yn fwy cartrefol

    """

  private func scratch(_ translation: String? = nil) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.write(Study.short, to: "short.instrument")
    if let translation { try scratch.write(translation, to: "short.cy.translation") }
    return scratch
  }

  /// A study that asks `Study.short`, with its translation beside it.
  private func study(_ translation: String) throws -> Study {
    let study = try Study(instrument: Study.short)
    try study.scratch.write(translation, to: "study/asked.cy.translation")
    return study
  }

  // MARK: Writing

  @Test func beginsATranslationAndBringsItUpToDate() throws {
    let scratch = try scratch()
    func translate() throws -> Program.Outcome {
      try Program.run(
        ["translate", "short.instrument", "--language", "cy"], in: scratch.url)
    }
    let begun = try translate()
    #expect(begun.status == 0)
    #expect(begun.messages == "short.cy.translation: begun, with 16 lines to translate.\n")
    let text = try scratch.text("short.cy.translation")
    #expect(text.contains("\nitem calm\n  was ask: I feel calm here.\n  ask:\n"))

    try scratch.write(welsh, to: "short.cy.translation")
    #expect(try translate().messages == "short.cy.translation: complete.\n")
    try scratch.write(
      Study.short.replacing("I feel calm here.", with: "I am calm here."), to: "short.instrument")
    #expect(try translate().messages == "short.cy.translation: 1 line out of date.\n")
    #expect(
      try scratch.text("short.cy.translation").contains(
        "  # Out of date. The words are now: I am calm here.\n  was ask: I feel calm here.\n"))

    try scratch.write(welsh + "and so on\n", to: "short.cy.translation")
    let unread = try translate()
    #expect(unread.status == 1)
    #expect(unread.messages.contains("I left 'short.cy.translation' as it is"))
    #expect(try scratch.text("short.cy.translation") == welsh + "and so on\n")
  }

  @Test(arguments: [
    (["short.instrument", "--language", "Welsh"], "I do not know the language 'Welsh'"),
    (["short.instrument", "--language", "en-GB"], "is already in 'en-GB'"),
    (["missing.instrument", "--language", "cy"], "I could not find 'missing.instrument'"),
  ])
  func saysWhatIsInTheWay(arguments: [String], words: String) throws {
    let scratch = try scratch()
    let outcome = try Program.run(["translate"] + arguments, in: scratch.url)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(words))
  }

  // MARK: Checking

  @Test func checksAgainstTheInstrumentBesideIt() throws {
    let scratch = try scratch(welsh)
    let well = try Program.run(["check", scratch.path("short.cy.translation")])
    #expect(well.status == 0)
    #expect(well.messages.hasSuffix("short.cy.translation: nothing to change.\n"))

    try scratch.write(
      Study.short.replacing("I feel calm here.", with: "I am calm here."), to: "short.instrument")
    let old = try Program.run(["check", "short.cy.translation"], in: scratch.url)
    #expect(old.status == 0, "people read the instrument's own words meanwhile")
    #expect(old.output.contains("[A320, please check]"))
    #expect(old.messages == "short.cy.translation: 15 of 16 texts are translated.\n")
    let instrument = try Program.run(["check", "short.instrument"], in: scratch.url)
    #expect(instrument.status == 0)
    #expect(instrument.messages.contains("short.cy.translation does not say all that"))
    #expect(try Program.run(["explain", "a320"]).output.contains("must") == false)
    #expect(try Program.run(["explain", "a320"]).output.contains("A320, please check"))
  }

  @Test func saysWhereItLookedForTheInstrument() throws {
    let scratch = try ScratchFolder()
    try scratch.write(welsh, to: "short.cy.translation")
    let alone = try Program.run(["check", "short.cy.translation"], in: scratch.url)
    #expect(alone.status == 1)
    #expect(alone.messages.contains("there is no 'short.instrument' beside it"))
    #expect(!alone.messages.contains("nothing to change"))
    try scratch.write(Study.short, to: "other.instrument")
    let named = try Program.run(
      ["check", "short.cy.translation", "--instrument", "other.instrument"], in: scratch.url)
    #expect(named.status == 0)
    try scratch.write(Study.short, to: "short.instrument")
    try scratch.write(welsh, to: "mine.cy.translation")
    let said = try Program.run(["check", "mine.cy.translation"], in: scratch.url)
    #expect(said.status == 0, "the file says which instrument it translates")
  }

  @Test func laysOutAndMends() throws {
    let scratch = try scratch(welsh.replacing("  ask:", with: "ask :"))
    let formatted = try Program.run(["format", scratch.path("short.cy.translation")])
    #expect(formatted.status == 0)
    #expect(try scratch.text("short.cy.translation") == welsh)
    try scratch.write(
      welsh.replacing("item calm", with: "item Calm"), to: "short.cy.translation")
    let mended = try Program.run(["fix", "short.cy.translation"], in: scratch.url)
    #expect(mended.status == 0)
    #expect(try scratch.text("short.cy.translation") == welsh)
  }

  // MARK: Asking

  @Test func asksInTheLanguage() throws {
    let scratch = try scratch(welsh)
    let run = try Program.run(
      ["try", "short.instrument", "--language", "cy"], input: answers, in: scratch.url)
    #expect(run.status == 0, "\(run.messages)")
    for words in [
      "Un byr", "Gallwch hepgor unrhyw gwestiwn", "YMARFER (PRACTICE)", "Am hyn",
      "Rydw i eisiau cymryd rhan.", "Rhan 1 o 1: Prif ran", "Rydw i'n teimlo'n ddiogel yma.",
      "1  Anghytuno", "Y Samariaid", "Byddai'n well gen i beidio â dweud", "Eich atebion",
      "Diolch am eich amser.",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    for words in ["Press Enter", "Agree", "I feel", "Helplines", "Your answer", "Thank you"] {
      #expect(!run.output.contains(words), "\(words)")
    }
    #expect(
      run.messages == "attune: the translation says of itself: Draft, not checked by a Welsh "
        + "speaker\nattune: my own words in 'cy' are a draft that nobody has checked yet.\n")
  }

  @Test func tellsWhatIsNotTranslated() throws {
    let scratch = try scratch(
      welsh.replacing("ask: Rydw i'n teimlo'n dawel yma.", with: "ask:"))
    let run = try Program.run(
      ["try", "short.instrument", "--language", "cy"], input: answers, in: scratch.url)
    #expect(run.status == 0)
    #expect(run.output.contains("I feel calm here."))
    #expect(
      run.messages.contains("1 text is not translated into 'cy' yet; I show the instrument's words")
    )
    let misnamed = try Program.run(["try", "short.cy.translation"], in: scratch.url)
    #expect(misnamed.status == 1)
    #expect(misnamed.messages.contains("'short.cy.translation' is a translation."))
    let none = try Program.run(
      ["try", "short.instrument", "--language", "pl"], input: answers, in: scratch.url)
    #expect(none.status == 1)
    #expect(none.output.isEmpty)
    #expect(none.messages.contains("there is no short.pl.translation"))
    #expect(none.messages.contains("I have en-GB, cy."))
    #expect(
      none.messages.contains("attune translate short.instrument --language pl"))
  }

  @Test func waitsWithRealAnswersForAWholeTranslation() throws {
    let study = try study(welsh.replacing("ask: Rydw i'n teimlo'n dawel yma.", with: "ask:"))
    let run = try study.attune("run", "--language", "cy", input: answers)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("is not ready for real answers yet: 1 of the texts"))
    #expect(run.messages.contains("I feel calm here."))
    // What only results say may wait.
    try study.scratch.write(
      welsh.replacing("  title: Esmwythder\n", with: "  title:\n"),
      to: "study/asked.cy.translation")
    #expect(try study.attune("run", "--language", "cy", input: answers).status == 0)
  }

  @Test func answersInEveryLanguageAreOnesToTheSameQuestions() throws {
    let study = try study(welsh)
    #expect(try study.attune("run", "--language", "cy", input: answers).status == 0)
    #expect(try study.attune("run", input: "\n\n1\n1\n1\n1\n\n2\n").status == 0)
    let export = try study.attune("export")
    #expect(export.status == 0, "\(export.messages)")
    #expect(export.messages.contains("1 person answered in a translation"))
    let rows = try study.scratch.text("study/exports/responses.csv").split(separator: "\n")
    #expect(Set(rows.dropFirst().map { $0.dropFirst(2) }) == ["full,3,2,3", "full,1,1,1"])
  }

  @Test func goesOnInTheWordsThatThePersonBeganWith() throws {
    let study = try study(welsh)
    let first = try study.attune("run", "--language", "cy", input: "\n\n1\n3\npause\nk\n")
    let match = try #require(first.output.firstMatch(of: /cod\s+hwn:\s+(\w+)\s+(\w+)\s+(\w+)\./))
    let code = "\(match.output.1) \(match.output.2) \(match.output.3)"
    try study.scratch.write(
      welsh.replacing("bod rhywun yn gwrando", with: "fy mod yn cael gwrandawiad"),
      to: "study/asked.cy.translation")
    let second = try study.attune("resume", input: "\(code)\n1\npause\nk\n")
    #expect(second.output.contains("Croeso'n ôl"))
    #expect(second.output.contains("Rydw i'n teimlo bod rhywun yn gwrando yma."))
    let third = try study.attune(
      "resume", "--language", "en-GB", input: "\(code)\n1\n2\n3\n\n2\n")
    #expect(third.status == 0, "\(third.messages)")
    #expect(third.output.contains("I feel heard here."))
    _ = try study.attune("export")
    #expect(try study.scratch.text("study/exports/responses.csv").hasSuffix("1,full,3,2,3\n"))
  }

  @Test func aNewStudyHasTheTranslationsToo() throws {
    let scratch = try scratch(welsh)
    let made = try Program.run(
      ["study", "new", "mine", "--instrument", "short.instrument"], in: scratch.url)
    #expect(made.status == 0, "\(made.messages)")
    #expect(try scratch.text("mine/short.cy.translation") == welsh)
    let run = try Program.run(
      ["try", "mine", "--language", "cy"], input: answers, in: scratch.url)
    #expect(run.status == 0)
    #expect(run.output.contains("Rydw i'n teimlo'n ddiogel yma."))
  }
}
