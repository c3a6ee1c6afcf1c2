/// How a delimited text is written: its separator, decimal mark and codes for missing values.
public struct DelimitedFormat: Sendable, Hashable {
  public enum Separator: String, Sendable, Hashable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"
  }

  /// `nil` to find it in the first line.
  public var separator: Separator?
  /// Whether numbers are written `3,5`.
  public var hasDecimalComma: Bool
  /// Codes that stand for a missing value, as in `-99` and `NA`; a blank always does.
  public var missing: [String]

  public init(separator: Separator? = nil, hasDecimalComma: Bool = false, missing: [String] = []) {
    self.separator = separator
    self.hasDecimalComma = hasDecimalComma
    self.missing = missing
  }
}
