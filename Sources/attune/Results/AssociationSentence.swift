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
    let (first, second) = ("'\(found.groups.first)'", "'\(found.groups.second)'")
    let (low, high) = (found.interval.lower, found.interval.upper)
    let share = """
      In words: of \(first) \(percent(found.proportions.first)) in 100 gave '\(found.event)' to \
      '\(table.names.second)', of \(second) \(percent(found.proportions.second)).
      """
    let limits = "\(found.interval.level.percent) interval: \(percent(low)) to \(percent(high))"
    if low > 0 || high < 0 {
      return """
        \(share) That is \(percent(found.estimate.magnitude)) in 100 \
        \(found.estimate > 0 ? "more" : "fewer") of \(first) (\(limits)).
        """
    }
    return """
      \(share) These data leave open which of them give it more often (difference \
      \(percent(found.estimate)); \(limits)).
      """
  }

  private func sentence(_ test: ChiSquareTest.Outcome, _ strength: CramerV.Outcome) -> String {
    let pair = "'\(table.names.first)' and '\(table.names.second)'"
    let (name, pValue) = deciding(test)
    let shown = APAStyle.show(pValue, as: .pValue)
    let basis = "\(name), p \(shown.first?.isPunctuation == true ? "= " : "")\(shown)"
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
      In words: \(pair) go together more than chance would explain (\(basis); Cramér's V \
      \(APAStyle.show(strength.estimate, as: .bounded)), from 0 for not at all to 1).\(place ?? "")
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

  private func percent(_ share: Double) -> String {
    let whole = Int((100 * share).rounded())
    return whole < 0 ? "\u{2212}\(-whole)" : "\(whole)"
  }
}

extension ContingencyTable {
  /// Whether there are people in two rows and in two columns.
  var isFourfold: Bool {
    rowTotals.count { $0 > 0 } == 2 && columnTotals.count { $0 > 0 } == 2
  }
}
