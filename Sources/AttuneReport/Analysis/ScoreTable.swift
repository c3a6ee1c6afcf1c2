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
      return row + scorers.flatMap { Self.cells($0, person) }
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

  private static func cells(_ scorer: ConstructScorer, _ person: Submission) -> [Cell] {
    let score = scorer.score(person)
    let absence = scorer.absence(of: score, for: person) ?? ""
    return [
      score.value.map { .real($0) } ?? .unavailable(absence), .count(score.answered),
      .text(absence),
    ]
  }
}
