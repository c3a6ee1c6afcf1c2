import AttuneTables

extension Caution {
  /// Above this width an interval for a coefficient between -1 and 1 says little.
  private static let usefulWidth = 0.4

  /// What an interval that is too wide to be useful means; `nil` for one that is not.
  static func wideInterval(
    _ interval: Result<ConfidenceInterval, StatisticsError>, of subject: String
  ) -> Caution? {
    guard case .success(let interval) = interval, interval.upper - interval.lower > usefulWidth
    else { return nil }
    return Caution(
      "wide-interval", about: [subject],
      """
      The interval of \(subject) is wider than \(APAStyle.show(usefulWidth, as: .bounded)): read it \
      before the estimate, for it leaves much open. More cases narrow it.
      """)
  }

  /// Below 20, what rests on large samples is rough.
  static func fewRated(_ n: Int) -> Caution? {
    guard n < 20 else { return nil }
    return Caution(
      "few-cases",
      """
      With \(n) \(n == 1 ? "case" : "cases"), fewer than 20, take every number here as a first \
      impression.
      """)
  }
}
