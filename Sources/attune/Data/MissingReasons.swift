import AttuneData
import AttuneExchange
import AttuneInstrument
import AttuneTables

/// Why answers are missing, counted for each item; a study knows, and a file with the codes of the
/// reasons.
struct MissingReasons {
  private var counts: [String: [MissingReason: Int]] = [:]
  /// In the words of an SPSS or Stata file, in the order of their codes.
  private var foreign: [String: [(reason: String, count: Int)]] = [:]
  /// Those of which a file does not say why.
  private var blanks: [String: Int] = [:]

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

  /// Of a file: the codes that were found in `scores`, from which they have been taken out, and what an
  /// SPSS or Stata file calls missing in these columns.
  init(_ codes: ItemScores.CodeCounts, _ columns: [ForeignColumn] = [], in scores: ItemScores) {
    for (item, found) in codes {
      for (code, count) in found { counts[item, default: [:]][MissingReason(code: code)] = count }
    }
    for column in columns where !column.setAside.isEmpty {
      foreign[column.name] = column.setAside.map { answer in
        let words = answer.words.inert
        return (words.isEmpty ? answer.code : "\(words) (\(answer.code))", answer.count)
      }
    }
    guard !codes.isEmpty || !foreign.isEmpty else { return }
    for item in scores.names {
      let known = codes[item]?.values.reduce(0, +) ?? 0
      let said = foreign[item]?.reduce(0) { $0 + $1.count } ?? 0
      blanks[item] = scores.missingCount(of: item) - known - said
    }
  }

  /// One row for each item and reason; `nil` where nothing is missing or nobody knows why.
  func table(for items: [String]) -> Table? {
    let rows = items.flatMap { item in
      MissingReason.allCases.reversed().compactMap { reason -> [Cell]? in
        counts[item]?[reason].map { [.text(item), .text(reason.name), .count($0)] }
      } + (foreign[item] ?? []).map { [.text(item), .text($0.reason), .count($0.count)] }
        + (blanks[item].map { $0 == 0 ? [] : [[.text(item), .text("blank"), .count($0)]] } ?? [])
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      "missing", title: "Why answers are missing",
      columns: [.item, Column("reason", "reason", .text), Column("n_missing", "missing", .count)],
      rows: rows,
      notes: ["Missing answers take no part in the other tables, whatever the reason."])
  }
}

extension MissingReason {
  /// The codes of the reasons in files: -99 to -93.
  static let codes = skipped.rawValue...notChosen.rawValue

  /// The reason of one of `codes`.
  fileprivate init(code: Int) {
    guard let reason = MissingReason(rawValue: code) else {
      preconditionFailure("every code has a reason")
    }
    self = reason
  }

  /// The reason that a number in a file stands for, unless the item's answers take such numbers.
  init?(number: Double, of item: Item) {
    guard item.canBeMissing, let code = Int(exactly: number), let reason = Self(rawValue: code)
    else { return nil }
    self = reason
  }

  /// The reason that a text in a file stands for.
  init?(text: String, of item: Item) {
    guard let number = Int(text) else { return nil }
    self.init(number: Double(number), of: item)
  }
}

extension Item {
  /// Whether the codes of the reasons are none of its answers.
  var canBeMissing: Bool {
    let codes = Double(MissingReason.codes.lowerBound)...Double(MissingReason.codes.upperBound)
    return declaredRange.map { !$0.overlaps(codes) } ?? true
  }
}
