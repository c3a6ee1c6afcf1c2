import AttuneInstrument
import AttuneTables

/// Why answers are missing, counted for each item; only a study knows.
struct MissingReasons {
  private var counts: [String: [MissingReason: Int]] = [:]

  static let unknown = MissingReasons(of: [], items: [])

  init(of submissions: [Submission], items: [String]) {
    for item in items {
      for submission in submissions {
        switch submission.answers[item] {
        case .value: break
        case .missing(let reason): counts[item, default: [:]][reason, default: 0] += 1
        case nil: counts[item, default: [:]][.notShown, default: 0] += 1
        }
      }
    }
  }

  /// One row for each item and reason; `nil` where nothing is missing or nobody knows why.
  func table(for items: [String]) -> Table? {
    let rows = items.flatMap { item in
      MissingReason.allCases.reversed().compactMap { reason -> [Cell]? in
        counts[item]?[reason].map { [.text(item), .text(reason.name), .count($0)] }
      }
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      "missing", title: "Why answers are missing",
      columns: [.item, Column("reason", "reason", .text), Column("n_missing", "missing", .count)],
      rows: rows,
      notes: ["Missing answers take no part in the other tables, whatever the reason."])
  }
}
