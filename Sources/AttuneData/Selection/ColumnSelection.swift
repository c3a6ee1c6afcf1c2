/// The columns that an analysis asks for, by name, each scale with its items and their direction.
///
///     --items 'heard,rushed-,r*,A1..A5'    one scale
///     --scale 'A=heard,rushed-,r*'         a named scale; may repeat
///     --range 1..5    --range A=1..5       the values that can be chosen, for all or for one scale
///
/// An exact column name beats a pattern, so that `r*` leaves alone a column that the same list
/// names itself. Otherwise a final `-` reverses every match. `*` stands for any letters, and
/// `A1..A5` counts up. A column that is named twice, or both ways round, is refused, as is
/// reversing without a range.
public struct ColumnSelection: Sendable, Hashable {
  public struct Item: Sendable, Hashable {
    public let column: String
    /// Whether high values mean little of what the scale asks about.
    public let isReversed: Bool
    /// The declared lowest and highest value; never `nil` where the item is reversed.
    public let range: ClosedRange<Double>?

    public init(_ column: String, isReversed: Bool = false, range: ClosedRange<Double>? = nil) {
      precondition(range != nil || !isReversed, "reversing needs a declared range")
      self.column = column
      self.isReversed = isReversed
      self.range = range
    }
  }

  public struct Scale: Sendable, Hashable {
    public let name: String
    public let items: [Item]

    public init(name: String, items: [Item]) {
      self.name = name
      self.items = items
    }
  }

  public let scales: [Scale]

  /// Every column that is asked for, once, in the order of asking.
  public var columns: [String] { scales.flatMap(\.items).map(\.column).withoutRepeats }

  /// Settles what was asked for against the columns that there are.
  ///
  /// - Parameters:
  ///   - items: The list of `--items`; its scale is called `items`.
  ///   - scales: Each `--scale` as written.
  ///   - ranges: Each `--range` as written.
  ///   - columns: The names of the columns in the data, in their order.
  /// - Throws: `ColumnSelectionError`, the first thing that cannot be followed.
  public init(
    items: String? = nil, scales: [String] = [], ranges: [String] = [], among columns: [String]
  ) throws(ColumnSelectionError) {
    var lists = items.map { [(name: "items", list: $0)] } ?? []
    for scale in scales {
      guard let (name, list) = scale.split(around: "="), !name.isEmpty else {
        throw .scaleWithoutName(scale)
      }
      guard !lists.contains(where: { $0.name == name }) else { throw .scaleTwice(name) }
      lists.append((name, list))
    }
    guard !lists.isEmpty else { throw .nothingAsked }

    let ranges = try DeclaredRanges(ranges, for: lists.map(\.name))
    var settled: [Scale] = []
    for (name, list) in lists {
      let range = ranges[name]
      let parts = try Self.parts(of: list, among: columns)
      if range == nil, let part = parts.first(where: \.isReversed) {
        throw .reversedWithoutRange(column: part.column, scale: name)
      }
      let items = parts.map { Item($0.column, isReversed: $0.isReversed, range: range) }
      settled.append(Scale(name: name, items: items))
    }
    self.scales = settled
  }

  private static func parts(
    of list: String, among columns: [String]
  ) throws(ColumnSelectionError) -> [(column: String, isReversed: Bool)] {
    var parts: [ColumnPattern] = []
    for text in list.split(separator: ",", omittingEmptySubsequences: false) {
      let text = text.trimmed
      guard !text.isEmpty else { throw .emptyPart(of: list) }
      parts.append(ColumnPattern(text, among: columns))
    }
    let named = Set(parts.compactMap(\.exactName))
    var items: [(column: String, isReversed: Bool)] = []
    var directions: [String: Bool] = [:]
    for part in parts {
      for column in try part.matches(among: columns, except: named) {
        if let isReversed = directions.updateValue(part.isReversed, forKey: column) {
          throw isReversed == part.isReversed
            ? .columnTwice(column) : .bothWaysRound(column)
        }
        items.append((column, part.isReversed))
      }
    }
    return items
  }
}
