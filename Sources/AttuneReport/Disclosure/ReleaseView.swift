/// For whom a report is, and so which small numbers it hides.
public enum ReleaseView: Sendable, Hashable {
  /// For the team alone, marked "not for release": counts under 5 are hidden, others are exact.
  case team
  /// For anybody: counts under `floor` are hidden, others and totals rounded to 5, and nothing is
  /// worked out from fewer people than `floor`.
  case publish(floor: Int)

  /// The customary one for anything that leaves the team.
  public static let publish = ReleaseView.publish(floor: 10)

  /// Never below 5, whatever is asked for.
  public static let lowestFloor = 5

  /// Counts from 1 up to, not including, this are hidden.
  public var floor: Int {
    switch self {
    case .team: Self.lowestFloor
    case .publish(let floor): max(floor, Self.lowestFloor)
    }
  }

  public var isRounded: Bool { self != .team }

  /// A count as it is shown, where it is shown.
  func shown(_ count: Int) -> Int { isRounded ? (count + 2) / 5 * 5 : count }

  /// What a count can be, for readers who see it as it is shown: hidden, rounded or exact.
  func possible(seeing count: Int) -> ClosedRange<Int> {
    guard count > 0 else { return 0...0 }
    guard count >= floor else { return 1...(floor - 1) }
    let shown = shown(count)
    return isRounded ? max(shown - 2, floor)...(shown + 2) : shown...shown
  }

  /// How exactly a mean of `count` values is printed, each a multiple of `step`: never so that a
  /// number of people could be told from it.
  ///
  /// A mean of 33 whole numbers is one of those that 33 people can have, and at two decimals hardly
  /// ever one of those that 34 can (the GRIM test). It is printed so coarsely that some sum of the
  /// values lies within what is printed for every number of people that may be meant.
  ///
  /// - Source: Brown & Heathers (2017), doi:10.1177/1948550616673876.
  func precision(of count: Int, step: Double) -> Precision {
    let fewest = possible(seeing: count).lowerBound
    let decimals = [2, 1].first { Double(fewest) * Precision(decimals: $0).unit >= step - 1e-9 }
    return Precision(decimals: decimals ?? 0)
  }

  /// The same, then what it may be rounded to where that still gives a count away.
  ///
  /// Nothing is told in whole points for that: of five answers they would say next to nothing.
  func precisions(of count: Int, step: Double) -> [Precision] {
    let finest = precision(of: count, step: step).decimals
    return stride(from: finest, through: min(finest, 1), by: -1).map { Precision(decimals: $0) }
  }

  /// What readers are told about it.
  public var sentences: [String] {
    switch self {
    case .team:
      [
        "NOT FOR RELEASE: this report is for the team. Counts under \(floor) are hidden, and so is "
          + "every count that would give one away."
      ]
    case .publish:
      [
        "Counts from 1 to \(floor - 1) are hidden, and so is every count that would give one away. "
          + "Other counts are rounded to 5, and no figure is worked out from fewer than \(floor) "
          + "people.",
        floor == 10
          ? nil : "THE FLOOR WAS CHANGED: it is \(floor) here, and 10 where nobody changes it.",
      ].compactMap { $0 }
    }
  }
}
