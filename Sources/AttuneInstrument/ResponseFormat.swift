/// How an item is answered: one of five primitives, to which every answer kind lowers.
public enum ResponseFormat: Sendable, Hashable, Codable {
  case chooseOne([Choice])
  /// `atMost` is `nil` when any number of choices may be taken.
  case chooseAny([Choice], atMost: Int?)
  case number(NumberFormat)
  case text(severalLines: Bool)
  case date(DatePrecision)

  public var choices: [Choice] {
    switch self {
    case .chooseOne(let choices), .chooseAny(let choices, _): choices
    case .number, .text, .date: []
    }
  }
}

/// One of the answers to choose from.
public struct Choice: Sendable, Hashable, Codable {
  /// What is typed and stored; named choices are numbered 1, 2, … as written.
  public var code: Int
  /// What is written to CSV; `nil` where the code itself is the name, as on a scale.
  public var name: String?
  public var label: String

  public init(code: Int, name: String? = nil, label: String) {
    self.code = code
    self.name = name
    self.label = label
  }
}

/// The numbers that may be given, and the words at the ends of a slider.
public struct NumberFormat: Sendable, Hashable, Codable {
  public var lowest: Double?
  public var highest: Double?
  public var unit: String?
  public var isSlider: Bool
  public var leftLabel: String?
  public var rightLabel: String?

  public init(
    lowest: Double? = nil, highest: Double? = nil, unit: String? = nil, isSlider: Bool = false,
    leftLabel: String? = nil, rightLabel: String? = nil
  ) {
    self.lowest = lowest
    self.highest = highest
    self.unit = unit
    self.isSlider = isSlider
    self.leftLabel = leftLabel
    self.rightLabel = rightLabel
  }
}

/// How much of a date is asked for.
public enum DatePrecision: String, Sendable, Hashable, Codable, CaseIterable {
  case day, month, year
}

/// An answer scale that several items share.
public struct Scale: Sendable, Hashable, Codable {
  public var name: String
  public var title: String?
  public var points: [Choice]
  public var sources: [String] = []

  public init(name: String, title: String? = nil, points: [Choice]) {
    self.name = name
    self.title = title
    self.points = points
  }
}
