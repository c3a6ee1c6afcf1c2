import AttuneTables

extension ResponseExport {
  /// Where answers come from; every row of those that no people gave for real says so.
  public enum Origin: String, Sendable, Hashable {
    case live
    case practice
    /// Made up by a model.
    case simulated

    /// What has to be said wherever the answers go; `nil` of real ones.
    public var warning: String? {
      switch self {
      case .live: nil
      case .practice:
        "PRACTICE: these answers were given to try things out. They say nothing about people."
      case .simulated:
        "SIMULATED - not real people: these answers were made up. No number from them is a finding."
      }
    }

    var column: ResponseColumn? {
      guard let warning else { return nil }
      return ResponseColumn(name: rawValue, label: warning, content: .stamp)
    }
  }
}
