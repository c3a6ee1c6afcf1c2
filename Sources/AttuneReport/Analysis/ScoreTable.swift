import AttuneInstrument
import AttuneScoring
public import AttuneTables

/// Every person's score on every construct: with how many questions were answered, and why a score
/// is absent.
public struct ScoreTable {
  public let table: Table

  /// One row a person, in the order of the sample; `constructs` is empty for all.
  public init(of sample: StudySample, constructs names: [String] = []) {
    let constructs = sample.instrument.constructs.filter {
      names.isEmpty || names.contains($0.name)
    }
    let hasRoles = !sample.instrument.roles.isEmpty
    let settings = Set(sample.submissions.flatMap(\.settings.keys)).sorted()
    let columns = constructs.flatMap { construct in
      [
        Column(construct.name, construct.name, .number),
        Column(construct.name + "_n", construct.name + " answered", .count),
        Column(construct.name + "_absent", construct.name + " absent because", .text),
      ]
    }
    let scorers = constructs.map { ConstructScorer($0, of: sample.instrument) }
    let rows = sample.submissions.enumerated().map { index, person in
      var row: [Cell] = [.count(index + 1), .text(person.form ?? "full")]
      if hasRoles { row.append(.text(person.role ?? "")) }
      row += settings.map { .text(person.settings[$0] ?? "") }
      return row
        + zip(constructs, scorers).flatMap { construct, scorer in
          Self.cells(scorer.score(person), of: construct, person)
        }
    }
    table = Table(
      "scores", title: "Scores",
      columns: [Column("person", "person", .count), Column("form", "form", .text)]
        + (hasRoles ? [Column("role", "role", .text)] : [])
        + settings.map { Column($0, $0, .text) } + columns,
      rows: rows,
      notes: constructs.compactMap { construct in
        construct.higherMeans.map {
          "\(construct.name), \(construct.title): higher means \($0)."
        }
      } + ["A person's number means nothing, and is no order in time."])
  }

  private static func cells(
    _ score: ConstructScorer.Score, of construct: Construct, _ person: Submission
  ) -> [Cell] {
    switch score {
    case .value(let value, let answered): return [.real(value), .count(answered), .text("")]
    case .notScoredOnForm:
      let reason = "not scored on this form"
      return [.unavailable(reason), .count(0), .text(reason)]
    case .tooFewAnswered(let answered, let needed):
      let what = construct.isComposite ? "parts scored" : "answered"
      let words =
        ["\(answered) of at least \(needed) \(what)"]
        + (construct.isComposite ? [] : reasons(construct, person))
      let reason = words.joined(separator: "; ")
      return [.unavailable(reason), .count(answered), .text(reason)]
    }
  }

  /// `2 prefer_not_to_say`, for each reason that there is.
  private static func reasons(_ construct: Construct, _ person: Submission) -> [String] {
    var counts: [MissingReason: Int] = [:]
    for use in construct.uses {
      if case .missing(let reason) = person.answers[use.name] { counts[reason, default: 0] += 1 }
    }
    return MissingReason.allCases.reversed().compactMap { reason in
      counts[reason].map { "\($0) \(reason.name)" }
    }
  }
}
