import AttuneInstrument
import AttuneStatistics
public import AttuneTables

extension PlannedAnalysis {
  /// The predictions, then what was found, and the same again on other terms.
  public var tables: [Table] {
    [predictions, found, groups, beside, bySite, again, reach].filter { !$0.rows.isEmpty }
      + answers.flatMap { answer in
        answer.descriptions.map { table in
          Table(
            "\(answer.plan.name)-\(table.id)", title: "\(answer.plan.title) \(table.title)",
            columns: table.columns, rows: table.rows, notes: table.notes)
        }
      }
  }

  public var cautions: [Caution] {
    var seen: Set<Caution> = []
    return answers.flatMap(\.cautions).filter { seen.insert($0).inserted }
  }

  private var tests: [(answer: Answer, test: Test)] {
    answers.flatMap { answer in answer.tests.map { (answer, $0) } }
  }

  private var predictions: Table {
    Table(
      "predictions", title: "What was planned and predicted",
      columns: [
        .plan, .family, Column("question", "question", .text), Column("task", "planned", .text),
        Column("prediction", "predicted", .text), Column("basis", "basis", .text),
        Column("standing", "standing", .text),
      ],
      rows: answers.map { answer in
        [
          .text(answer.plan.name), .text(answer.plan.family?.rawValue ?? "none"),
          .text(answer.plan.title), .text(answer.plan.task), .text(answer.plan.prediction),
          .text(answer.plan.grounds), .text(answer.standing),
        ]
      })
  }

  private var found: Table {
    Table(
      "tests", title: "What was found",
      columns: [
        .plan, .family, .subject, .method, .cases, Column("estimate_of", "estimate of", .text),
        .estimate, .lower, .upper, .pValue, Column("p_corrected", "p corrected", .pValue),
        Column("as_predicted", "as predicted", .text), Column("conclusion", "conclusion", .text),
      ],
      rows: tests.map { answer, test in
        let figures = test.result.figures.mapError { Unavailable($0.reason) }
        let start: [Cell] = [
          .text(answer.plan.name), .text(answer.plan.family?.rawValue ?? "none"),
          .text(test.subject), .text(test.result.method),
        ]
        let end: [Cell] = [
          .text(test.isAsPredicted.map { $0 ? "yes" : "no" } ?? ""),
          .text(test.conclusion.rawValue),
        ]
        switch figures {
        case .failure(let reason):
          return start + (0..<7).map { _ in .unavailable(reason.description) } + end
        case .success(let figures):
          let none = Cell.unavailable("\(test.result.method) gives no interval")
          return start + [
            .count(figures.n), .text(figures.name), .real(figures.estimate),
            figures.interval.map { .real($0.lowerBound) } ?? none,
            figures.interval.map { .real($0.upperBound) } ?? none, .real(figures.pValue),
            .real(test.adjustedP ?? figures.pValue),
          ] + end
        }
      },
      notes: [Plan.Family.primary, .secondary, .exploratory].compactMap { family in
        correctionLine(of: family).map { "\(Self.heading(family)): \($0)" }
      } + [
        """
        A p that is not small says that we could not tell, never that there is no difference. A \
        small p of an equivalence test says that the difference lies within what matters.
        """
      ])
  }

  private var groups: Table {
    Table(
      "groups", title: "Groups",
      columns: [.plan, .subject, .group, .cases, .mean, .standardDeviation],
      rows: tests.flatMap { answer, test in
        test.result.groups.map { group -> [Cell] in
          [
            .text(answer.plan.name), .text(test.subject), .text(group.name), .count(group.n),
            .real(group.mean),
            group.n > 1
              ? .real(group.standardDeviation) : .unavailable("at least 2 values are needed"),
          ]
        }
      })
  }

  private var beside: Table {
    Table(
      "companions", title: "Beside the planned tests",
      columns: [.plan, .subject, .method, .pValue],
      rows: tests.flatMap { answer, test in
        test.result.companions.map { companion -> [Cell] in
          [
            .text(answer.plan.name), .text(test.subject), .text(companion.method),
            .real(companion.pValue),
          ]
        }
      })
  }

  private var bySite: Table {
    let found = tests.compactMap { answer, test in test.result.bySite.map { (answer, test, $0) } }
    return Table(
      "by-site", title: "The same differences, drawing whole sites",
      columns: [
        .plan, .subject, Column("sites", "sites", .count), .lower, .upper,
      ],
      rows: found.map { answer, test, sites in
        [
          .text(answer.plan.name), .text(test.subject), .count(sites.siteCount),
          sites.interval.cells.lower, sites.interval.cells.upper,
        ]
      },
      notes: found.first.map { ["\($0.2.resampling.note)."] } ?? [])
  }

  private var again: Table {
    Table(
      "sensitivity", title: "The same tests on other terms",
      columns: [
        .plan, .subject, Column("terms", "terms", .text), .cases, .estimate, .lower, .upper,
        .pValue, Column("agrees", "says the same", .text),
      ],
      rows: tests.flatMap { answer, test in
        test.sensitivity.map { again -> [Cell] in
          let start: [Cell] = [
            .text(answer.plan.name), .text(test.subject), .text(again.terms.rawValue),
          ]
          switch again.figures {
          case .failure(let absence):
            return start + (0..<5).map { _ in .unavailable(absence.reason) } + [.text("")]
          case .success(let figures):
            let none = Cell.unavailable("\(test.result.method) gives no interval")
            return start + [
              .count(figures.n), .real(figures.estimate),
              figures.interval.map { .real($0.lowerBound) } ?? none,
              figures.interval.map { .real($0.upperBound) } ?? none, .real(figures.pValue),
              .text(again.agrees.map { $0 ? "yes" : "no" } ?? ""),
            ]
          }
        }
      },
      notes: [
        """
        Flagged for a long run of one answer, or for agreeing both ways: \(flaggedCount) \
        \(flaggedCount == 1 ? "person" : "people"). A flag is no proof.
        """
      ])
  }

  private var reach: Table {
    Table(
      "could-have-shown", title: "What samples of these sizes could have shown",
      columns: [
        .plan, .subject, Column("smallest_d", "smallest d", .number),
        Column("smallest_d_first_step", "at first step", .number),
        Column("smallest_points", "in points", .number),
      ],
      rows: tests.compactMap { answer, test in
        test.reach.map { reach -> [Cell] in
          [
            .text(answer.plan.name), .text(test.subject), .real(reach.alone),
            reach.firstStep.map { .real($0) } ?? .unavailable("the test is alone or not corrected"),
            .real(reach.alone * reach.deviation),
          ]
        }
      },
      notes: [
        """
        The smallest difference that 80 of 100 such studies find: in standard deviations alone and \
        at the strictest step of the family, and in points of the score as it varies here.
        """
      ])
  }
}

extension Column {
  fileprivate static let plan = Column("plan", "plan", .text)
  fileprivate static let family = Column("family", "family", .text)
  fileprivate static let subject = Column("subject", "of", .text)
  fileprivate static let method = Column("method", "method", .text)
}
