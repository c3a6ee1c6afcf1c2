public import AttuneTables

/// A report before it is drawn: parts with words, tables and pictures, small numbers already hidden.
public struct StudyReport: Sendable {
  public enum Block: Sendable {
    case paragraph(String)
    case list([String])
    case table(Table)
    case picture(ResponsePicture)
  }

  public struct Part: Sendable {
    public let title: String
    /// 2 for a part of the report, 3 for a part of a part.
    public let level: Int
    public var blocks: [Block]
  }

  public let title: String
  public let subtitle: String
  /// Stands over everything: practice, made up, not for release.
  public let banners: [String]
  public private(set) var parts: [Part] = []

  init(title: String, subtitle: String, banners: [String]) {
    self.title = title
    self.subtitle = subtitle
    self.banners = banners
  }

  mutating func add(_ title: String, level: Int = 2, _ blocks: [Block]) {
    parts.append(Part(title: title, level: level, blocks: blocks))
  }

  /// Every table, in order.
  public var tables: [Table] {
    parts.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}
