import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

/// Every word of the language, and what becomes of it.
@Suite struct LoweringTests {
  private let instrument: Instrument

  init() throws {
    let source = SourceText(name: "whole.instrument", content: Self.whole)
    let compilation = Compilation(of: source)
    #expect(compilation.findings == [])
    instrument = try #require(compilation.instrument)
  }

  @Test func keepsWhatTheInstrumentIs() {
    #expect(instrument.name == "whole")
    #expect(instrument.title == "The whole language: all of it")
    #expect(instrument.status == .validatedElsewhere)
    #expect(instrument.sources == ["A paper", "Another"])
    #expect(instrument.reviewedBy == "The panel")
    #expect(instrument.terms == ["cen": "complex emotional needs"])
    #expect(instrument.notes == ["For the team"])
    #expect(
      instrument.roleChoice
        == RoleChoice(
          question: InsertText("Which questions would you like?"),
          bothLabel: "Both are true", bothQuestion: InsertText("Which today?")))
    #expect(instrument.roles.map(\.name) == ["person", "worker"])
    #expect(instrument.roles.map(\.label) == ["I use services", "I work in services"])
  }

  @Test func keepsTextForEachRole() {
    #expect(instrument.information.map(\.onlyFor) == [nil, "worker"])
    #expect(
      instrument.information.first?.paragraphs == [
        Paragraph(InsertText("For everybody.")),
        Paragraph(InsertText("For workers."), role: "worker"),
      ])
    #expect(instrument.debrief.map(\.title) == ["Thank you"])
  }

  @Test func keepsConsentAndSupport() {
    #expect(instrument.consent.statements.map(\.name) == ["taking_part", "quotes"])
    #expect(instrument.consent.statements.map(\.isNeeded) == [true, false])
    #expect(
      instrument.support.lines == [
        .words(InsertText("You are not alone.")),
        .contact(InsertText("Samaritans: 116 123"), when: nil),
        .contact(
          InsertText("A line for Scotland"),
          when: .comparison(subject: "nation", .isOneOf([.number(2)]))),
      ])
  }

  @Test func keepsSections() throws {
    let first = try #require(instrument.sections.first)
    #expect(first.name == "where_you_live")
    #expect(first.place == .beforeInformation)
    #expect(first.items.map(\.keeping) == [.no])
    let middle = try #require(instrument.sections.first { $0.name == "middle" })
    #expect(middle.title == "The middle")
    #expect(middle.stem == InsertText("Did this help with:"))
    #expect(middle.contentNote == InsertText("Some of this is hard."))
    #expect(middle.notedItems == ["money", "home"])
    #expect(middle.askFirst == InsertText("Would you like to see it?"))
    #expect(middle.checkIn == false)
    #expect(middle.isShuffled == true)
    #expect(middle.keptInPlace == ["money", "home"])
    #expect(middle.keeping == .apart)
    #expect(middle.isAskedOnRequest == true)
    #expect(middle.onlyFor == "person")
    #expect(middle.notes == ["A note"])
    #expect(middle.paragraphs.map(\.role) == [nil, "worker"])
    #expect(middle.showWhen == .not(.comparison(subject: "nation", .isNotAnswered)))
    #expect(middle.items.map(\.keeping) == [.apart, .apart, .ownCopy])
  }

  @Test func inheritsAnswersAndOffers() {
    let items = Dictionary(uniqueKeysWithValues: instrument.items.map { ($0.name, $0) })
    #expect(items["nation"]?.offered == [.preferNotToSay])
    #expect(items["money"]?.scale == "often")
    #expect(items["money"]?.offered == [.doesNotApply, .notSure])
    #expect(items["work"]?.offered == [])
    #expect(items["calm"]?.scale == "agree")
    #expect(items["calm"]?.offered == [.doesNotApply, .preferNotToSay])
  }

  @Test func keepsEveryKindOfAnswer() {
    func format(_ name: String) -> ResponseFormat? { instrument.item(named: name)?.format }
    #expect(
      format("nation")
        == .chooseOne([
          Choice(code: 1, name: "england", label: "England"),
          Choice(code: 2, name: "scotland", label: "Scotland"),
        ]))
    #expect(
      format("ways")
        == .chooseAny(
          [
            Choice(code: 1, name: "phone", label: "By phone"),
            Choice(code: 2, name: "other", label: "Another way"),
          ], atMost: 2))
    #expect(instrument.item(named: "ways")?.writeIn == "other")
    #expect(format("visits") == .number(NumberFormat(lowest: 0, highest: 90, unit: "visits")))
    #expect(
      instrument.item(named: "visits")?.askAgain
        == Item.AskAgain(above: 40, below: 1, words: InsertText("Is that right?")))
    #expect(
      format("mood")
        == .number(
          NumberFormat(
            lowest: 0, highest: 100, isSlider: true, leftLabel: "Low", rightLabel: "High")))
    #expect(format("any_number") == .number(NumberFormat()))
    #expect(format("line") == .text(severalLines: false))
    #expect(format("lines") == .text(severalLines: true))
    #expect(format("when") == .date(.month))
  }

  @Test func keepsWhatStandsBesideAQuestion() throws {
    let lines = try #require(instrument.item(named: "lines"))
    #expect(lines.why == InsertText("It helps."))
    #expect(lines.help == InsertText("Anything goes."))
    #expect(lines.contentNote == InsertText("Take your time."))
    #expect(lines.sources == ["Our panel"])
    #expect(lines.notes == ["Keep it short: really"])
    #expect(lines.isAskedOnRequest == true)
    let calm = try #require(instrument.item(named: "calm"))
    #expect(calm.wording(for: "person") == InsertText("I felt calm."))
    #expect(calm.wording(for: "worker") == InsertText("People seemed calm."))
    #expect(instrument.item(named: "years")?.wording(for: "person") == nil)
  }

  @Test func keepsGroups() throws {
    let groups = Dictionary(uniqueKeysWithValues: instrument.groups.map { ($0.name, $0) })
    #expect(groups["who"]?.source == .role)
    #expect(groups["who"]?.levels.map(\.name) == ["person", "worker"])
    #expect(groups["land"]?.source == .item("nation"))
    #expect(groups["land"]?.levels.map(\.label) == ["England", "Scotland"])
    #expect(groups["pair"]?.source == .facilitator)
    #expect(groups["pair"]?.pairs == ["worker", "person"])
    #expect(groups["seen"]?.source == .conditions)
    #expect(
      groups["seen"]?.levels.first?.condition
        == .any([
          .all([
            .comparison(subject: "visits", .isMoreThan(3)),
            .comparison(subject: "ways", .includes(1)),
          ]),
          .comparison(subject: "both_roles", .isOneOf([.word("yes")])),
        ]))
  }

  @Test func keepsConstructs() throws {
    let ease = try #require(instrument.construct(named: "ease"))
    #expect(ease.higherMeans == "more at ease")
    #expect(
      ease.uses == [
        Construct.Use("calm"), Construct.Use("tense", isReversed: true), Construct.Use("safe"),
      ])
    #expect(ease.rule == ScoreRule(.mean, atLeast: 2))
    #expect(ease.acrossRoles == .parallel)
    #expect(ease.sources == ["A theme"])
    let helped = try #require(instrument.construct(named: "helped"))
    #expect(helped.uses.map(\.name) == ["money", "home", "work"])
    #expect(helped.rule == ScoreRule(.count(of: 2), atLeast: 2))
    #expect(helped.counts == [1: 0, 2: 50])
    #expect(helped.isIndex)
    let both = try #require(instrument.construct(named: "both"))
    #expect(both.isComposite)
    #expect(both.rule == ScoreRule(.mean))
    #expect(both.uses.map(\.name) == ["helped", "ease"])
  }

  @Test func keepsForms() {
    let forms = Dictionary(uniqueKeysWithValues: instrument.forms.map { ($0.name, $0) })
    #expect(forms["short"]?.items == ["money", "home", "work", "calm"])
    #expect(forms["short"]?.scoring == .rule(ScoreRule(.proratedSum, atLeast: 1)))
    #expect(forms["quick"]?.scoring == Form.Scoring.none)
    #expect(forms["long"]?.scoring == .asConstructs)
  }

  @Test func keepsPlans() throws {
    #expect(instrument.analysis.correction == .bonferroni)
    #expect(instrument.analysis.errorRate == 0.05)
    #expect(instrument.analysis.smallestDifference == SmallestDifference(0.5, .standardDeviations))
    #expect(instrument.analysis.atLeastPerGroup == 10)
    #expect(
      instrument.analysis.sensitivity == [
        .withoutReversedItems, .completeAnswersOnly, .withoutFlaggedAnswers, .withoutBothRoles,
      ])
    #expect(instrument.analysis.agreedBy == "The panel")
    #expect(
      instrument.plans.map(\.question) == [
        .reliability(scores: [], by: "who"), .compare(scores: ["ease"], by: "who"),
        .compareWithinPerson(scores: ["ease", "helped"]),
        .correlate(score: "ease", with: ["helped", "both"]),
        .describe(scores: ["ease", "money", "home", "work"], by: "land"),
        .rank(scores: ["ease", "helped"], by: "seen"),
      ])
    let compare = try #require(instrument.plans.first { $0.name == "p2" })
    #expect(compare.title == "Two")
    #expect(compare.family == .primary)
    #expect(compare.test == .oneSample(above: 2.5))
    #expect(compare.testWhenPaired == .pairedT)
    #expect(compare.expectation == .higher(level: "person"))
    #expect(compare.basis == .ourInference)
    #expect(compare.because == "we think so")
    #expect(compare.smallestDifference == SmallestDifference(0.4, .points))
    #expect(compare.onlyWhen == .comparison(subject: "role", .isNot(.word("worker"))))
    #expect(compare.counting == 1)
    #expect(compare.isReadFirst == true)
    #expect(compare.errorRate == 0.01)
    #expect(compare.atLeastPerGroup == 12)
    #expect(compare.writtenOn == "2026-11-22")
    #expect(compare.registeredAt == "https://osf.io/x")
    #expect(compare.notes == ["A note"])
    #expect(instrument.plans.map(\.expectation).suffix(3) == [.positive, nil, nil])
  }

  static let whole = """
    instrument whole: The whole language: all of it
      version: 1.0.0
      status: Validated  elsewhere
      language: en-GB
      author: We
      licence: CC BY 4.0
      source: A paper
      source: Another
      reviewed by: The panel
      role question: Which questions would you like?
      both roles: Both are true
      both roles question: Which today?
      term cen: complex emotional needs
      answer: agree
      offer: prefer not to say, does not apply
      note: For the team
    role person: I use services
    role worker: I work in services
    information: All
      > For everybody.
      >
      read worker: For workers.
    information
      only for: worker
      > Your employer will not see this.
    consent
      must agree taking_part: I want to take part.
      may agree quotes: You may use my words.
    support: Help
      > You are not alone.
      contact: Samaritans: 116 123
      contact when nation is scotland: A line for Scotland
    debrief: Thank you
      > Thank you. We will tell {team} about {cen}.
    scale agree
      1 = Disagree
      2 = Agree
    scale often: How often
      1 = Never
      2 = Always
      source: Ours
    group who: Which form
      set by: role
    group land: Country
      set by: item nation
    group pair: Pair
      set by: facilitator
      pairs: worker with person
    group seen: Seen
      more = Seen more
      more when: visits is more than 3 and ways includes phone or both_roles is yes
      less = Seen less
      less when: visits is at most 3 and not (both_roles is yes)
      note: Ours
    section where_you_live: Where you live
      place: before information
      offer: prefer not to say
    item nation: Where do you live?
      answer: choose one
      england = England
      scotland = Scotland
      keep: no
    section middle: The middle
      > Some words.
      read worker: Words for workers.
      stem: Did this help with:
      show when: not (nation is not answered)
      content note: Some of this is hard.
      content note for: money to home
      ask first: Would you like to see it?
      check in: no
      order: shuffled
      keep in place: money to home
      keep: apart
      answer: often
      offer: not sure, does not apply
      only for: person
      asked if: the study turns it on
      note: A note
    item money: Money
    item home: Home
    item work: Work
      offer: nothing
      keep: own copy
    section kinds: Kinds
    item ways: In which ways?
      answer: choose any, up to 2
      phone = By phone
      other = Another way
      write in: other
    item visits: How many visits?
      answer: number 0 to 90
      unit: visits
      ask again if: above 40 or below 1
      ask again: Is that right?
    item mood: How was your mood?
      answer: slider 0 to 100
      left: Low
      right: High
    item any_number: Which number?
      answer: number
    item line: One line?
      answer: text, one line
    item lines: Several lines?
      answer: text, several lines
      why we ask: It helps.
      help: Anything goes.
      content note: Take your time.
      source: Our panel
      note: Keep it short: really
      asked if: the study turns it on
    item when: Since when?
      answer: date, month
    section answers: Answers
    item calm
      ask person: I felt calm.
      ask worker: People seemed calm.
    item tense: I felt tense.
    item safe: I felt safe.
    item years
      ask worker: How long have you worked here?
      only for: worker
    construct ease: At ease
      higher means: more at ease
      uses: safe, calm
      uses reversed: tense
      score: mean, at least 2 answered
      across roles: parallel
      source: A theme
    construct helped: Helped
      uses: money to work
      counts: 1 as 0, 2 as 50
      score: count of 2, at least 2 answered
      index: yes
    construct both: Both
      uses: helped, ease
      score: mean, all scored
      index: yes
    form short: Short
      uses: calm, middle
      score: prorated sum, at least 1 answered
    form quick: Quick
      uses: calm
      score: none
    form long: Long
      uses: middle, kinds, answers
    analysis
      correction: Bonferroni
      error rate: 0.05
      smallest difference that matters: 0.5 SD
      at least per group: 10
      sensitivity: without reversed items, complete answers only, without flagged answers, without both roles
      agreed by: The panel
    plan p1: One
      reliability of: all by who
    plan p2: Two
      family: primary
      compare: ease by who
      test: one sample above 2.5
      when paired: paired t
      expect: person higher
      basis: our inference
      because: we think so
      smallest difference that matters: 0.4 points
      only when: role is not worker
      counting: 1
      read first: yes
      error rate: 0.01
      at least per group: 12
      written on: 2026-11-22
      registered at: https://osf.io/x
      note: A note
    plan p3: Three
      compare within person: ease, helped
      test: Friedman
    plan p4: Four
      correlate: ease with helped, both
      test: Spearman
      expect: positive
    plan p5: Five
      describe: ease, money to work by land
    plan p6: Six
      rank: ease, helped by seen
    """
}
