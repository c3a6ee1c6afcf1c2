/// The people of whom a report shows a score's figures: everybody who has it, or, where the figures of
/// a plan's groups would then give away those of the few who are in none, those who are in a group.
struct DescribedScore {
  /// What they are grouped by; `nil` for everybody.
  let grouping: String?
  let values: [Double]
  /// The name of the count of them.
  let count: String

  init(_ score: String, inGroupsOf grouping: String?, of sample: StudySample) {
    self.grouping = grouping
    let all = sample.scores(score)
    values = sample.people(scoring: score, inGroupsOf: grouping).sorted().compactMap { all[$0] }
    count = grouping.map { ReportCounts.grouped(score, by: $0) } ?? "scored/\(score)"
  }

  var mean: Double { values.reduce(0, +) / Double(values.count) }
}
