import AttuneExchange
import AttuneInstrument
import Testing

@Suite struct ResponseExportTests {
  private static let scale = [Choice(code: 1, label: "No"), Choice(code: 2, label: "Yes, often")]

  static let instrument: Instrument = {
    var instrument = Instrument(
      name: "small", title: "Small", version: "0.1.0", status: .draft, language: "en-GB",
      author: "The attune project", licence: "CC BY 4.0", consent: Consent(statements: []),
      support: Support())
    var heard = Item(
      name: "heard", wordings: [.init(InsertText("I am heard by {team}."))],
      format: .chooseOne(scale), scale: "s")
    heard.offered = [.preferNotToSay]
    var team = Item(
      name: "team", wordings: [.init(InsertText("Which team?"))],
      format: .chooseOne([
        Choice(code: 1, name: "north", label: "North"),
        Choice(code: 2, name: "other", label: "Another"),
      ]))
    team.writeIn = "other"
    var nation = Item(
      name: "nation", wordings: [.init(InsertText("Where?"))], format: .text(severalLines: false))
    nation.keeping = .no
    let age = Item(
      name: "age", wordings: [.init(InsertText("Your age?"))],
      format: .number(NumberFormat(lowest: 18, highest: 120, unit: "years")))
    instrument.sections = [Section(name: "main", title: "Main", items: [heard, team, nation, age])]
    instrument.constructs = [
      Construct(
        name: "ease", title: "Ease", uses: [.init("heard", isReversed: true)], rule: .init(.mean))
    ]
    return instrument
  }()

  private let people = [
    Submission(
      answers: [
        "heard": .value(.choice(2)), "team": .value(.choice(2, inOwnWords: "a, b")),
        "age": .value(.number(40)),
      ]),
    Submission(answers: ["heard": .missing(.skipped), "team": .value(.choice(1))]),
  ]

  private func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }

  @Test func everyRowSaysWhereItComesFrom() {
    func export(_ origin: ResponseExport.Origin) -> [Substring] {
      lines(ResponseExport(people, of: Self.instrument, origin: origin).responses)
    }
    #expect(export(.live)[0] == "person,form,heard,team,team_words,age")
    #expect(
      export(.simulated) == [
        "person,form,simulated,heard,team,team_words,age", "1,full,1,2,other,\"a, b\",40",
        "2,full,1,,north,,",
      ])
    #expect(export(.practice)[1].hasPrefix("1,full,1,"))
    #expect(export(.practice)[0].hasPrefix("person,form,practice,"))
  }

  @Test func helpAndPaperAreColumnsWhereSomebodyHadThem() throws {
    var people = people
    people[0].isHelpGiven = true
    people[1].isFromPaper = true
    let export = ResponseExport(people, of: Self.instrument, origin: .live)
    #expect(
      lines(export.responses) == [
        "person,form,help_given,from_paper,heard,team,team_words,age",
        "1,full,1,0,2,other,\"a, b\",40",
        "2,full,0,1,,north,,",
      ])
    #expect(lines(export.reasons)[2].hasPrefix("2,full,0,1,skipped"))
  }

  @Test func peopleMayHaveNumbersOfTheirOwn() {
    let export = ResponseExport(
      people, of: Self.instrument, origin: .simulated, numbers: [7, 3])
    #expect(lines(export.responses).dropFirst().map { $0.prefix(2) } == ["7,", "3,"])
    #expect(lines(export.reasons).last == "3,full,1,skipped,,,not_shown")
  }

  // By hand: 2 reversed on a scale of 1 to 2 is 1; the second person answered nothing.
  @Test func scoresGoWithTheAnswers() throws {
    let export = ResponseExport(people, of: Self.instrument, origin: .live).withScores()
    #expect(
      lines(export.responses) == [
        "person,form,heard,team,team_words,age,ease,ease_n", "1,full,2,other,\"a, b\",40,1,1",
        "2,full,,north,,,,0",
      ])
    #expect(
      lines(export.reasons)[2] == "2,full,skipped,,,not_shown,0 of at least 1 answered; 1 skipped,")
    #expect(export.withScores().responses == export.responses)
    #expect(
      lines(Codebook(Self.instrument, hasScores: true).text).suffix(2) == [
        "ease,Scores,Ease.,\"number from 1 to 2. Mean of 1 items, all answered. From heard (reversed)."
          + "\",too few answered; not scored on this form,",
        "ease_n,Scores,How many were answered: Ease,whole number,,",
      ])
  }

  @Test func aScoreTakesNoColumnOfAnAnswer() {
    var instrument = Self.instrument
    instrument.sections[0].items[3].name = "ease_n"
    let export = ResponseExport(people, of: instrument, origin: .live).withScores()
    #expect(lines(export.responses)[0].hasSuffix("ease_n,ease,ease_n_"))
  }

  @Test func theCodebookHasARowForEachColumn() {
    #expect(
      lines(Codebook(Self.instrument).text) == [
        "column,part,question,answers,missing,scores",
        "heard,Main,I am heard by {team}.,\"1 = No; 2 = Yes, often\","
          + "skipped; prefer_not_to_say,ease (reversed)",
        "team,Main,Which team?,north = North; other = Another,skipped,",
        "team_words,Main,In the person's own words,words,,",
        "age,Main,Your age?,number from 18 to 120 years,skipped,",
      ])
  }
}
