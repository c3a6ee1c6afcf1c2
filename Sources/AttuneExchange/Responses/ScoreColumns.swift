import AttuneData
import AttuneInstrument
import AttuneScoring
import AttuneTables

extension ResponseColumn {
  /// For each construct of `instrument` the score, and how many questions were answered; names that
  /// are `taken` are used for nothing else.
  static func scores(of instrument: Instrument, apartFrom taken: [String]) -> [ResponseColumn] {
    var taken = Set(taken)
    func free(_ name: String) -> String {
      var name = name
      while !taken.insert(name).inserted { name += "_" }
      return name
    }
    return instrument.constructs.flatMap { construct in
      let name = free(construct.name)
      return [
        ResponseColumn(
          name: name, label: construct.inWords, part: "Scores", content: .score(construct)),
        ResponseColumn(
          name: free(name + "_n"),
          label: "How many \(construct.isComposite ? "parts have a score" : "were answered"): "
            + construct.title,
          part: "Scores", content: .answered(construct)),
      ]
    }
  }
}

extension ResponseColumn {
  /// The label; of a score, with how it is made.
  var fullLabel: String {
    guard case .score(let construct) = content else { return label }
    return "\(label) \(construct.ruleInWords)"
  }
}

extension Construct {
  /// The title, and what a higher score means.
  fileprivate var inWords: String {
    title + "." + (higherMeans.map { " Higher means \($0)." } ?? "")
  }

  /// How the score is made, and from what.
  var ruleInWords: String {
    let names = uses.map { $0.name + ($0.isReversed ? " (reversed)" : "") }
    let rule =
      rule.words(itemCount: uses.count, isComposite: isComposite)
      + (counts == nil ? "" : " Answers are counted as the index says.")
    return "\(rule) From \(names.joined(separator: ", "))."
  }

  /// The lowest and highest score, where the items agree on one.
  func range(in instrument: Instrument) -> ClosedRange<Double>? {
    guard !isComposite, counts == nil else { return nil }
    return rule.range(of: selection(in: instrument).items)
  }
}

extension Submission {
  /// What stands in the column of a score, for this person.
  func cell(in column: ResponseColumn, by scorer: ConstructScorer) -> Cell {
    let score = scorer.score(self)
    if case .answered = column.content { return .count(score.answered) }
    return score.value.map { value in
      Int(exactly: value).map { .count($0) } ?? .real(value)
    } ?? .text("")
  }
}
