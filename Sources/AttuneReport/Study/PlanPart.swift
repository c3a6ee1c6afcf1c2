import AttuneInstrument
import AttuneTables

/// One plan: what was predicted, then the numbers, then what they let be said.
struct PlanPart {
  let report: ReportComposer

  func blocks(of answer: PlannedAnalysis.Answer) -> [StudyReport.Block] {
    var blocks: [StudyReport.Block] = [.list(before(answer))]
    for test in answer.tests { blocks += self.blocks(of: test) }
    if answer.tests.isEmpty {
      let described = DescriptionPart(report: report).blocks(of: answer.plan)
      blocks += described
      if let absence = answer.absence, described.isEmpty {
        blocks.append(.paragraph("Not available: \(absence)."))
      }
    }
    return blocks
  }

  private func before(_ answer: PlannedAnalysis.Answer) -> [String] {
    let by: String? = if case .compare(_, let by) = answer.plan.question { by } else { nil }
    let lines = answer.before { "\u{201C}\(report.names.level($0, of: by))\u{201D}" }
    // What holds of all plans alike is said once, before them.
    return report.hasFrozenPlans ? lines : lines.filter { $0 != answer.standing }
  }

  /// Whether what came of a test may be shown: enough people, in every group of it.
  func shows(_ test: PlannedAnalysis.Test) -> Bool {
    report.released.contains(ReportCounts.name(of: test, in: test.plan))
  }

  /// The sizes of its groups, as they are printed.
  private func sizes(_ test: PlannedAnalysis.Test) -> [Int] {
    guard case .groups = test.trial.subject else { return [] }
    return test.result.groups.compactMap { group in
      let name = "\(ReportCounts.name(of: test, in: test.plan))/\(group.name)"
      if case .shown(let count) = report.counts[name] { return count }
      return nil
    }
  }

  private func blocks(of test: PlannedAnalysis.Test) -> [StudyReport.Block] {
    let title = report.names.subject(of: test.trial)
    let isShown = shows(test)
    let found: StudyReport.Block =
      isShown
      ? .list(test.after(in: .init(floor: report.floor, sizes: sizes(test))).map(\.asASentence))
      : .paragraph("Nothing is shown here: \(ReportComposer.withheld).")
    guard case .groups(let score, let by) = test.trial.subject else {
      return [.paragraph("\(title):"), found]
    }
    let isCounted = test.trial.countsAnswers(to: score, in: report.instrument)
    let answer = report.names.answer(test.plan.counting ?? 1, to: score)
    let figures: [Column] =
      isCounted ? [.mean.labelled("share who answered \(answer)")] : [.mean, .standardDeviation]
    let groups = Table(
      "\(test.plan.name)-\(score)-groups", title: title,
      columns: [.group, .cases] + (isShown ? figures : []),
      rows: test.result.groups.map { group in
        let start = [
          Cell.text(report.names.level(group.name, of: by)),
          report.count("\(ReportCounts.name(of: test, in: test.plan))/\(group.name)"),
        ]
        guard isShown else { return start }
        let precision = report.precision(of: test.plan.counting == nil ? score : "", group.n)
        return start
          + [group.mean, group.standardDeviation].prefix(figures.count).map { precision.cell($0) }
      })
    return [.table(groups), found]
  }
}

extension String {
  /// With a capital, and no line end between a sign and its number.
  fileprivate var asASentence: String {
    (prefix(1).uppercased() + dropFirst())
      .replacing("p < ", with: "p\u{A0}<\u{A0}").replacing("p = ", with: "p\u{A0}=\u{A0}")
      .replacing(" %", with: "\u{A0}%")
  }
}
