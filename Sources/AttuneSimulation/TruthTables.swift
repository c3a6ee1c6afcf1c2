import AttuneLanguage
public import AttuneTables

extension Simulation {
  /// What is true of the people of an outcome: how many there were, and each one's true scores.
  ///
  /// For a side file: people who analyse the answers should not need it, and checks of the analysis
  /// do. True scores are rounded to four decimals.
  public func tables(of outcome: Outcome) -> [Table] {
    let counts = Table(
      "people", title: "Made-up people",
      columns: [
        Column("people", "people", .text), Column("title", "title", .text),
        Column("count", "count", .count), Column("answers", "answers", .count),
      ],
      rows: design.people.map { people in
        [
          .text(people.name), .text(people.title), .count(people.count),
          .count(outcome.first.truths.count { $0.people == people.name && $0.sameAs == nil }),
        ]
      },
      notes: [
        """
        \(outcome.first.deleted) had their answers deleted: only this number is left of them. \
        \(outcome.first.stopped) stopped early and had them kept.
        """
      ])
    return [counts, table("truth", "What is true of each", outcome.first)]
      + (outcome.again.map { [table("retest", "What is true of those asked again", $0)] } ?? [])
  }

  private func table(_ id: String, _ title: String, _ occasion: Occasion) -> Table {
    Table(
      id, title: title,
      columns: [
        Column("person", "person", .count), Column("people", "people", .text),
        Column("attention", "attention", .text), Column("stopped", "stopped", .count),
        Column("same_as", "same as", .count),
      ] + design.scores.map { Column("true_\($0)", "true \($0)", .number) },
      rows: zip(occasion.numbers, occasion.truths).map { number, truth in
        [
          .count(number), .text(truth.people), .text(truth.attention.words),
          .count(truth.hasStopped ? 1 : 0), truth.sameAs.map { .count($0) } ?? .text(""),
        ] + truth.trueScores.map { .real(($0 * 10_000).rounded() / 10_000) }
      },
      notes: ["True scores are in standard deviations within a kind of people."])
  }
}

extension Attention {
  fileprivate var words: String {
    switch self {
    case .reads: "reads"
    case .straightLine: "straight line"
    case .random: "random"
    case .sincere(let section): "sincere in \(section)"
    }
  }
}
