import AttuneData
import AttuneStatistics
import AttuneTables

/// What a table of counts says, in plain words, for people who do not read tables of tests.
struct AssociationSentence {
  let table: ContingencyTable
  let choices: CrosstabTest.Choices

  /// `nil` where nothing can be tested.
  var text: String? {
    var difference = RiskDifference()
    (difference.level, difference.event) = (choices.level, choices.event)
    if let found = try? difference.apply(to: table), table.isFourfold || choices.event != nil {
      return sentence(found)
    }
    var strength = CramerV()
    strength.level = choices.level
    guard let test = try? ChiSquareTest().apply(to: table),
      let found = try? strength.apply(to: table)
    else { return nil }
    return sentence(test, found)
  }

  private func sentence(_ found: RiskDifference.Outcome) -> String {
    let (first, second) = (found.groups.first, found.groups.second)
    let (low, high) = (found.interval.lower, found.interval.upper)
    let isClear = low > 0 || high < 0
    let share = """
      In words: of '\(first)' \(share(first, found)) gave '\(found.event)' to \
      '\(table.names.second)', of '\(second)' \(share(second, found)).
      """
    let level = "\(found.interval.level.percent) interval:"
    let ends = [low.magnitude, high.magnitude].sorted().map(percent)
    let size = "\(percent(found.estimate.magnitude)) in 100 \(more(found.estimate)) of '\(first)'"
    let difference =
      isClear
      ? "That is \(size) (\(level) \(ends[0]) to \(ends[1]) \(more(low)))."
      : """
      These data leave open which of them give it more often (found: \(size); \(level) from \
      \(percent(low.magnitude)) \(more(low)) to \(percent(high.magnitude)) \(more(high))).
      """
    return [share, difference, doubt(isClear)].compactMap { $0 }.joined(separator: " ")
  }

  private func more(_ difference: Double) -> String { difference < 0 ? "fewer" : "more" }

  /// `7 of 30 people (23 in 100)`.
  private func share(_ group: String, _ found: RiskDifference.Outcome) -> String {
    guard let row = table.categories.first.firstIndex(of: group),
      let column = table.categories.second.firstIndex(of: found.event)
    else { return "" }
    let (count, total) = (table.counts[row][column], table.rowTotals[row])
    return """
      \(count) of \(total) \(total == 1 ? "person" : "people") \
      (\(percent(Double(count) / Double(total))) in 100)
      """
  }

  /// Where the exact test falls on the other side of the level than the interval of the difference.
  private func doubt(_ isClear: Bool) -> String? {
    guard let test = try? ChiSquareTest().apply(to: table), table.isFourfold else { return nil }
    let (name, pValue) = deciding(test)
    guard name == FisherExactTest.about.title, (pValue < 1 - choices.level.rawValue) != isClear
    else { return nil }
    return "\(name) does not agree (\(String.spoken(p: pValue))): take the result as undecided."
  }

  private func sentence(_ test: ChiSquareTest.Outcome, _ strength: CramerV.Outcome) -> String {
    let pair = "'\(table.names.first)' and '\(table.names.second)'"
    let (name, pValue) = deciding(test)
    let basis = "\(name), \(String.spoken(p: pValue))"
    guard pValue < 1 - choices.level.rawValue else {
      return "In words: these data leave open whether \(pair) go together at all (\(basis))."
    }
    let cells = (try? CellResiduals().apply(to: table).cells) ?? []
    let furthest = cells.max {
      ($0.adjustedResidual.value ?? 0).magnitude < ($1.adjustedResidual.value ?? 0).magnitude
    }
    let place = furthest.map { cell in
      let expected = APAStyle.show(cell.expected.value ?? 0, as: .number)
      return """
         Furthest from chance is '\(cell.row)' with '\(cell.column)': \(cell.count), where \(expected) \
        would be expected.
        """
    }
    return """
      In words: \(pair) go together more than chance would explain (\(basis)). Cramér's V, from 0 \
      for not at all to 1, is \(APAStyle.show(strength.estimate, as: .bounded))\
      \(reach(strength)).\(place ?? "")
      """
  }

  /// Fisher's where going through all tables is quick, for it is right of any table.
  private func deciding(_ test: ChiSquareTest.Outcome) -> (name: String, pValue: Double) {
    var exact = FisherExactTest()
    (exact.affordable, exact.sampling.count) = (500_000, 1)
    guard let found = try? exact.apply(to: table), found.way == .exact else {
      return ("chi-square test", test.pValue)
    }
    return (FisherExactTest.about.title, found.pValue)
  }

  private func reach(_ strength: CramerV.Outcome) -> String {
    guard let interval = try? strength.interval.get() else { return "" }
    let ends = [interval.lower, interval.upper].map { APAStyle.show($0, as: .bounded) }
    return " (\(interval.level.percent) interval \(ends[0]) to \(ends[1]))"
  }

  /// In 100; of a share that is not quite none or all, so.
  private func percent(_ share: Double) -> String {
    let whole = Int((100 * share).rounded())
    if whole == 0, share > 0 { return "fewer than 1" }
    if whole == 100, share < 1 { return "more than 99" }
    return "\(whole)"
  }
}

extension ContingencyTable {
  /// Whether there are people in two rows and in two columns.
  var isFourfold: Bool {
    rowTotals.count { $0 > 0 } == 2 && columnTotals.count { $0 > 0 } == 2
  }
}
