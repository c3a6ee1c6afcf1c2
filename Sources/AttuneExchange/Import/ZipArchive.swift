import CZlib

/// The files of a ZIP archive held in memory, as workbooks are.
struct ZipArchive {
  private let bytes: [UInt8]
  private let entries: [String: Entry]

  private struct Entry {
    let method: Int
    let packed: Int
    let length: Int
    let place: Int
  }

  /// No sheet of questions is longer.
  private static let longest = 64 << 20

  /// `nil` where the bytes are no archive.
  init?(_ bytes: [UInt8]) {
    func number(_ place: Int, _ count: Int) -> Int? {
      guard place >= 0, place + count <= bytes.count else { return nil }
      return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    // The directory's end stands in the last 64 KiB.
    let first = max(0, bytes.count - 66_000)
    guard bytes.count >= 22,
      let end = (first...bytes.count - 22).last(where: { number($0, 4) == 0x0605_4B50 }),
      let count = number(end + 10, 2), var place = number(end + 16, 4)
    else { return nil }
    var entries: [String: Entry] = [:]
    for _ in 0..<count {
      guard number(place, 4) == 0x0201_4B50, let method = number(place + 10, 2),
        let packed = number(place + 20, 4), let length = number(place + 24, 4),
        let nameLength = number(place + 28, 2), let extra = number(place + 30, 2),
        let comment = number(place + 32, 2), let local = number(place + 42, 4),
        place + 46 + nameLength <= bytes.count,
        let localName = number(local + 26, 2), let localExtra = number(local + 28, 2)
      else { return nil }
      let name = String(decoding: bytes[place + 46..<place + 46 + nameLength], as: UTF8.self)
      entries[name] = Entry(
        method: method, packed: packed, length: length, place: local + 30 + localName + localExtra)
      place += 46 + nameLength + extra + comment
    }
    self.bytes = bytes
    self.entries = entries
  }

  /// The file called `name`; `nil` where there is none, or it is damaged or far too long.
  func file(_ name: String) -> [UInt8]? {
    guard let entry = entries[name], entry.length <= Self.longest, entry.packed >= 0,
      entry.place + entry.packed <= bytes.count
    else { return nil }
    let packed = Array(bytes[entry.place..<entry.place + entry.packed])
    switch entry.method {
    case 0: return packed
    case 8: return Self.inflate(packed, to: entry.length)
    default: return nil
    }
  }

  private static func inflate(_ packed: [UInt8], to length: Int) -> [UInt8]? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var input = packed
    var output = [UInt8](repeating: 0, count: length)
    let code = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = uInt(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(output.count)
        return CZlib.inflate(&stream, Z_FINISH)
      }
    }
    guard code == Z_STREAM_END, stream.total_out == length else { return nil }
    return output
  }
}
