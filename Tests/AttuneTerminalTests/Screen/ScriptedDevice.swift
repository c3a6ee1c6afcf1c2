import AttuneSession

@testable import AttuneTerminal

/// Keys pressed beforehand, and the frames that were drawn; then a hang-up.
struct ScriptedDevice: ScreenDevice {
  var size = Frame.Size(columns: 80, rows: 24)
  var inputs: [ScreenInput]
  private(set) var frames: [Frame] = []
  private(set) var waits: [Int?] = []
  /// How many frames had been drawn at each clearing.
  private(set) var clearings: [Int] = []

  init(_ inputs: [ScreenInput], columns: Int = 80, rows: Int = 60) {
    self.inputs = inputs
    size = Frame.Size(columns: columns, rows: rows)
  }

  /// Types each line and presses Enter.
  init(lines: [String], columns: Int = 80, rows: Int = 60) {
    self.init(lines.flatMap(Self.line), columns: columns, rows: rows)
  }

  static func line(_ line: String) -> [ScreenInput] {
    line.map { .key(.character($0)) } + [.key(.enter)]
  }

  mutating func next(within seconds: Int?) -> ScreenInput {
    waits.append(seconds)
    return inputs.isEmpty ? .left : inputs.removeFirst()
  }

  mutating func draw(_ frame: Frame) { frames.append(frame) }
  mutating func clear() { clearings.append(frames.count) }
}

extension Frame {
  /// The frame as a picture: `_` where the cursor stands on a blank.
  var picture: String {
    lines.enumerated().map { row, line in
      var text = line.text
      if row == cursor.row {
        text += String(repeating: " ", count: max(0, cursor.column - text.displayWidth)) + "_"
      }
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n") + "\n"
  }
}

/// A generator whose sequence is the same everywhere.
///
/// Source: Steele, Lea and Flood (2014), https://doi.org/10.1145/2660193.2660195.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
