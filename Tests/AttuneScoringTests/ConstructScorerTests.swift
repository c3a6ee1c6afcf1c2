import AttuneInstrument
import AttuneScoring
import Testing

@Suite struct ConstructScorerTests {
  private static let points = (1...5).map { Choice(code: $0, label: "\($0)") }

  private func instrument(_ constructs: [Construct], forms: [Form] = []) -> Instrument {
    var instrument = Instrument(
      name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
      licence: "CC BY 4.0", consent: Consent(), support: Support())
    instrument.sections = [
      Section(
        name: "s", title: "S",
        items: ["a", "b", "c"].map {
          Item(name: $0, wordings: [], format: .chooseOne(Self.points), scale: "agree5")
        })
    ]
    instrument.constructs = constructs
    instrument.forms = forms
    return instrument
  }

  private func score(
    _ construct: Construct, _ codes: [String: Int?], forms: [Form] = [], form: String? = nil,
    others: [Construct] = []
  ) -> ConstructScorer.Score {
    let answers = codes.mapValues { code in
      code.map { Answer.value(.choice($0)) } ?? .missing(.preferNotToSay)
    }
    return ConstructScorer(construct, of: instrument([construct] + others, forms: forms))
      .score(Submission(answers: answers, form: form))
  }

  private func construct(_ rule: ScoreRule) -> Construct {
    Construct(
      name: "x", title: "X", uses: [.init("a"), .init("b"), .init("c", isReversed: true)],
      rule: rule)
  }

  @Test func reversesByTheDeclaredCodes() {
    let score = score(construct(.init(.mean)), ["a": 5, "b": 4, "c": 2])
    #expect(score == .value(13.0 / 3, answered: 3))
  }

  @Test func averagesWhatWasAnsweredWhenEnoughWas() {
    #expect(
      score(construct(.init(.mean, atLeast: 2)), ["a": 5, "b": nil, "c": 1])
        == .value(5, answered: 2))
    #expect(
      score(construct(.init(.mean, atLeast: 2)), ["a": 5, "b": nil, "c": nil])
        == .tooFewAnswered(answered: 1, needed: 2))
    #expect(
      score(construct(.init(.mean)), ["a": 5, "b": 5])
        == .tooFewAnswered(answered: 2, needed: 3))
  }

  @Test func proratesASumAndCountsACode() {
    #expect(
      score(construct(.init(.proratedSum, atLeast: 2)), ["a": 4, "b": 3, "c": nil])
        == .value(10.5, answered: 2))
    #expect(score(construct(.init(.sum)), ["a": 4, "b": 3, "c": 5]) == .value(8, answered: 3))
    #expect(
      score(construct(.init(.count(of: 5))), ["a": 5, "b": 3, "c": 1]) == .value(2, answered: 3))
  }

  @Test func countsOnlyListedCodesInAnIndex() {
    var index = Construct(
      name: "met", title: "Met", uses: ["a", "b", "c"].map { .init($0) },
      rule: .init(.mean, atLeast: 2), isIndex: true)
    index.counts = [1: 0, 2: 50, 3: 100]
    #expect(score(index, ["a": 3, "b": 2, "c": 5]) == .value(75, answered: 2))
    #expect(score(index, ["a": 3, "b": 5, "c": 4]) == .tooFewAnswered(answered: 1, needed: 2))
  }

  @Test func scoresTheItemsOfTheFormByTheFormsRule() {
    let short = Form(
      name: "short", title: "Short", items: ["a", "c"], scoring: .rule(.init(.mean)))
    let quick = Form(name: "quick", title: "Quick", items: ["a"], scoring: .none)
    let x = construct(.init(.mean, atLeast: 3))
    #expect(
      score(x, ["a": 4, "c": 1], forms: [short], form: "short") == .value(4.5, answered: 2))
    #expect(score(x, ["a": 4], forms: [quick], form: "quick") == .notScoredOnForm)
  }

  @Test func averagesTheScoresOfACompositesParts() {
    let x = construct(.init(.mean))
    var y = x
    y.name = "y"
    y.uses = [.init("a"), .init("b")]
    let both = Construct(
      name: "both", title: "Both", uses: [.init("x"), .init("y")], rule: .init(.mean, atLeast: 1),
      isComposite: true)
    #expect(
      score(both, ["a": 5, "b": 4, "c": 2], others: [x, y])
        == .value((13.0 / 3 + 4.5) / 2, answered: 2))
    #expect(score(both, ["a": 5, "b": 4], others: [x, y]) == .value(4.5, answered: 1))
  }
}
