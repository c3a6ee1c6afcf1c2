/// A column of a table: its name in files, its heading for readers, and how its numbers look.
///
/// Names come from the glossary below and are a promise: programs read them. A table may give a
/// column another heading (`.estimate.labelled("alpha", .bounded)`), never a synonym for its name.
public struct Column: Sendable, Hashable {
  /// How the values are shown to readers; files always get full precision.
  public enum Style: Sendable, Hashable {
    case text
    case count
    /// Two decimals.
    case number
    /// At most 1 in size, so that no zero stands before the point: alpha, r.
    case bounded
    case pValue
    /// Whole where they are whole, two decimals otherwise: degrees of freedom.
    case degrees
  }

  public let name: String
  public let label: String
  public let style: Style

  public init(_ name: String, _ label: String, _ style: Style) {
    self.name = name
    self.label = label
    self.style = style
  }

  /// The same column under another heading, and in another style where one is given.
  public func labelled(_ label: String, _ style: Style? = nil) -> Column {
    Column(name, label, style ?? self.style)
  }
}

/// The glossary: one word for one thing, everywhere.
extension Column {
  /// The coefficient itself.
  public static let estimate = Column("estimate", "estimate", .number)
  public static let standardError = Column("std_error", "SE", .number)
  public static let lower = Column("conf_low", "lower", .number)
  public static let upper = Column("conf_high", "upper", .number)
  /// The test statistic; its heading is its letter.
  public static let statistic = Column("statistic", "statistic", .number)
  public static let degreesOfFreedom = Column("df", "df", .degrees)
  public static let degreesOfFreedomError = Column("df_error", "df error", .degrees)
  /// For the stated alternative.
  public static let pValue = Column("p_value", "p", .pValue)
  /// Cases used.
  public static let cases = Column("n", "n", .count)
  public static let mean = Column("mean", "mean", .number)
  public static let standardDeviation = Column("std_dev", "SD", .number)
  public static let scale = Column("scale", "scale", .text)
  public static let item = Column("item", "item", .text)
  public static let group = Column("group", "group", .text)
  /// How many items a scale has.
  public static let items = Column("items", "items", .count)
}
