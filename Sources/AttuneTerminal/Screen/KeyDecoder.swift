/// Turns the bytes of a terminal into keys, one byte at a time, however they are cut into reads.
///
/// Source: ECMA-48 (control sequences); xterm's control sequences for keys and bracketed paste.
struct KeyDecoder {
  private enum State {
    case ground
    /// After ESC: a key of its own unless more follows at once.
    case escape
    /// After ESC [ or ESC O, with the bytes so far.
    case sequence([UInt8])
    /// Within a character of several bytes.
    case character([UInt8], length: Int)
    case paste([UInt8])
  }

  private var state = State.ground

  /// Whether silence would settle what the bytes so far mean.
  var isWaiting: Bool {
    switch state {
    case .ground, .paste: false
    case .escape, .sequence, .character: true
    }
  }

  /// Takes silence for an answer: ESC was the Escape key.
  mutating func settle() -> Key? {
    defer { if isWaiting { state = .ground } }
    switch state {
    case .escape: return .escape
    case .character: return .unreadable
    case .ground, .sequence, .paste: return nil
    }
  }

  /// The keys that `byte` completes.
  mutating func take(_ byte: UInt8) -> [Key] {
    switch state {
    case .ground: return begin(byte)
    case .escape: return follow(byte)
    case .sequence(let bytes): return go(on: bytes + [byte])
    case .character(let bytes, let length): return extend(bytes, with: byte, to: length)
    case .paste(var bytes):
      bytes.append(byte)
      guard bytes.suffix(Self.endOfPaste.count).elementsEqual(Self.endOfPaste) else {
        state = .paste(bytes)
        return []
      }
      state = .ground
      let pasted = bytes.dropLast(Self.endOfPaste.count)
      return [String(validating: pasted, as: UTF8.self).map(Key.pasted) ?? .unreadable]
    }
  }

  private static let endOfPaste = Array("\u{1B}[201~".utf8)

  private mutating func begin(_ byte: UInt8) -> [Key] {
    switch byte {
    case 0x1B:
      state = .escape
      return []
    case 0x20...0x7E: return [.character(Character(Unicode.Scalar(byte)))]
    case 0xC2...0xDF: state = .character([byte], length: 2)
    case 0xE0...0xEF: state = .character([byte], length: 3)
    case 0xF0...0xF4: state = .character([byte], length: 4)
    case 0x80...: return [.unreadable]
    default: return Self.controls[byte].map { [$0] } ?? []
    }
    return []
  }

  private static let controls: [UInt8: Key] = [
    0x01: .home, 0x03: .interrupt, 0x04: .endOfInput, 0x05: .end, 0x08: .backspace, 0x09: .tab,
    0x0A: .enter, 0x0C: .redraw, 0x0D: .enter, 0x15: .eraseLine, 0x17: .eraseWord,
    0x7F: .backspace,
  ]

  private mutating func follow(_ byte: UInt8) -> [Key] {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      state = .sequence([byte])
      return []
    case 0x1B: return [.escape]
    default:
      // Alt and a key is the key; ESC was not pressed on its own.
      state = .ground
      return begin(byte)
    }
  }

  private mutating func go(on bytes: [UInt8]) -> [Key] {
    guard let last = bytes.last else { return [] }
    if last == 0x1B {
      state = .escape
      return []
    }
    // A single letter ends ESC O; ESC [ goes on to a byte from @ to ~.
    guard 0x40...0x7E ~= last, bytes.count < 32 else {
      state = bytes.count < 32 ? .sequence(bytes) : .ground
      return []
    }
    state = .ground
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    if text == "200~" { state = .paste([]) }
    if let key = Self.sequences[text] { return [key] }
    // With Shift, Alt or Control: ESC [ 1 ; 5 A.
    guard text.contains(";"), let key = Self.sequences[String(text.suffix(1))] else { return [] }
    return [key]
  }

  private static let sequences: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "M": .enter,
    "Z": .backTab, "1~": .home, "3~": .delete, "4~": .end, "5~": .pageUp, "6~": .pageDown,
    "7~": .home, "8~": .end,
  ]

  private mutating func extend(_ bytes: [UInt8], with byte: UInt8, to length: Int) -> [Key] {
    guard 0x80...0xBF ~= byte else {
      state = .ground
      return [.unreadable] + begin(byte)
    }
    let all = bytes + [byte]
    guard all.count == length else {
      state = .character(all, length: length)
      return []
    }
    state = .ground
    let text = String(validating: all, as: UTF8.self)
    return [text?.first.map(Key.character) ?? .unreadable]
  }
}
