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

    public init(_ column: String, isReversed: Bool = false) {
      self.column = column
      self.isReversed = isReversed
    }
  }

  public struct Scale: Sendable, Hashable {
    public let name: String
    public let items: [Item]
    /// The declared lowest and highest value; never `nil` where an item is reversed.
    public let range: ClosedRange<Double>?
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
      let items = try Self.items(in: list, among: columns)
      let range = ranges[name]
      if range == nil, let item = items.first(where: \.isReversed) {
        throw .reversedWithoutRange(column: item.column, scale: name)
      }
      settled.append(Scale(name: name, items: items, range: range))
    }
    self.scales = settled
  }

  private static func items(
    in list: String, among columns: [String]
  ) throws(ColumnSelectionError) -> [Item] {
    var parts: [ColumnPattern] = []
    for text in list.split(separator: ",", omittingEmptySubsequences: false) {
      let text = text.trimmed
      guard !text.isEmpty else { throw .emptyPart(of: list) }
      parts.append(ColumnPattern(text, among: columns))
    }
    let named = Set(parts.compactMap(\.exactName))
    var items: [Item] = []
    for part in parts {
      for column in try part.matches(among: columns, except: named) {
        if let earlier = items.first(where: { $0.column == column }) {
          throw earlier.isReversed == part.isReversed
            ? .columnTwice(column) : .bothWaysRound(column)
        }
        items.append(Item(column, isReversed: part.isReversed))
      }
    }
    return items
  }
}
