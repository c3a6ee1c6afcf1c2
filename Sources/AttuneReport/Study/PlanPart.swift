import AttuneInstrument
import AttuneTables

/// One plan: what was predicted, then the numbers, then what they let be said.
struct PlanPart {
  let report: ReportComposer

  func blocks(of answer: PlannedAnalysis.Answer) -> [StudyReport.Block] {
    var blocks: [StudyReport.Block] = [.list(answer.before)]
    for test in answer.tests { blocks += self.blocks(of: test, answer.plan) }
    if answer.tests.isEmpty {
      let described = DescriptionPart(report: report).blocks(of: answer.plan)
      blocks += described
      if let absence = answer.absence, described.isEmpty {
        blocks.append(.paragraph("Not available: \(absence)."))
      }
    }
    return blocks
  }

  private func blocks(of test: PlannedAnalysis.Test, _ plan: Plan) -> [StudyReport.Block] {
    let base = "test/\(plan.name)/\(test.subject)"
    let title = report.names.subject(of: test.trial)
    var blocks: [StudyReport.Block] = []
    var isShown = true
    if case .groups(_, let by) = test.trial.subject {
      isShown = test.result.groups.allSatisfy { report.mayDescribe("\(base)/\($0.name)", $0.n) }
      // One group alone with figures would give away the other's, with those of all.
      let hidden = Cell.unavailable(ReportComposer.withheld)
      blocks.append(
        .table(
          Table(
            "\(plan.name)-groups", title: title,
            columns: [.group, .cases, .mean, .standardDeviation],
            rows: test.result.groups.map { group in
              [
                .text(report.names.level(group.name, of: by)),
                report.count("\(base)/\(group.name)"),
                isShown ? .real(group.mean) : hidden,
                isShown ? .real(group.standardDeviation) : hidden,
              ]
            })))
    } else {
      if case .success(let figures) = test.result.figures {
        isShown = report.mayDescribe(base, figures.n)
      }
      blocks.append(.paragraph("\(title):"))
    }
    blocks.append(
      isShown
        ? .list(test.after(withCounts: false).map(\.asASentence))
        : .paragraph("Nothing is shown here: \(ReportComposer.withheld)."))
    return blocks
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
