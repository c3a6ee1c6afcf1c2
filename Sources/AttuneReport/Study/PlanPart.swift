import AttuneInstrument
import AttuneTables

/// One plan: what was predicted, then the numbers, then what they let be said.
struct PlanPart {
  let report: ReportComposer

  func blocks(of answer: PlannedAnalysis.Answer) -> [StudyReport.Block] {
    var blocks: [StudyReport.Block] = [.list(answer.before)]
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

  /// Whether what came of a test may be shown: enough people, in every group of it.
  func shows(_ test: PlannedAnalysis.Test) -> Bool {
    let base = Self.base(test)
    if case .groups(let score, _) = test.trial.subject {
      let isCounted = test.trial.countsAnswers(to: score, in: report.instrument)
      // One group alone with figures would give away the other's, with those of all; and a share of a
      // group how many gave the answer, and how many did not.
      return test.result.groups.allSatisfy { group in
        let count = isCounted ? Int((group.mean * Double(group.n)).rounded()) : group.n
        return report.mayDescribe(
          "\(base)/\(group.name)", isCounted ? min(count, group.n - count) : count)
      }
    }
    guard case .success(let figures) = test.result.figures else { return true }
    return report.mayDescribe(base, figures.n)
  }

  private static func base(_ test: PlannedAnalysis.Test) -> String {
    "test/\(test.plan.name)/\(test.subject)"
  }

  private func blocks(of test: PlannedAnalysis.Test) -> [StudyReport.Block] {
    let title = report.names.subject(of: test.trial)
    let isShown = shows(test)
    let found: StudyReport.Block =
      isShown
      ? .list(test.after(withCounts: false).map(\.asASentence))
      : .paragraph("Nothing is shown here: \(ReportComposer.withheld).")
    guard case .groups(let score, let by) = test.trial.subject else {
      return [.paragraph("\(title):"), found]
    }
    let hidden = Cell.unavailable(ReportComposer.withheld)
    let groups = Table(
      "\(test.plan.name)-\(score)-groups", title: title,
      columns: [.group, .cases, .mean, .standardDeviation],
      rows: test.result.groups.map { group in
        [
          .text(report.names.level(group.name, of: by)),
          report.count("\(Self.base(test))/\(group.name)"),
          isShown ? .real(group.mean) : hidden,
          isShown ? .real(group.standardDeviation) : hidden,
        ]
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
