import Foundation
import Testing

/// What a program did to the files of a folder, and what it showed meanwhile, in order; written by
/// `disk.c`.
struct DiskLog {
  enum Operation {
    case opened(String)
    case written(String, at: Int, Data)
    case cut(String, to: Int)
    case synced(String)
    case folderSynced
    case removed(String)
    case renamed(String, to: String)
    case shown(String)
  }

  let operations: [Operation]

  init(path: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: path))
    var operations: [Operation] = []
    var index = 0
    func integer(_ count: Int) -> Int {
      defer { index += count }
      return bytes[index..<index + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    func text(_ count: Int) -> Data {
      defer { index += count }
      return Data(bytes[index..<index + count])
    }
    while index < bytes.count {
      let what = integer(4)
      let length = integer(4)
      let place = integer(8)
      let count = integer(8)
      let name = String(decoding: text(length), as: UTF8.self)
      switch what {
      case 1: operations.append(.opened(name))
      case 2: operations.append(.written(name, at: place, text(count)))
      case 3: operations.append(.cut(name, to: place))
      case 4: operations.append(.synced(name))
      case 5: operations.append(.removed(name))
      case 6: operations.append(.shown(String(decoding: text(count), as: UTF8.self)))
      case 8:
        operations.append(.renamed(name, to: String(decoding: text(count), as: UTF8.self)))
      default: operations.append(.folderSynced)
      }
    }
    self.operations = operations
  }
}

/// A disk at an instant: what was synced is there; of what was not, any part may be, in any order.
struct SimulatedDisk {
  private enum Change {
    case write(at: Int, Data)
    case cut(to: Int)
  }

  private struct File {
    var durable = Data()
    var pending: [Change] = []
    var isNameDurable = false
    var isRemoved = false
    /// The name that it has until the folder is synced, perhaps.
    var earlierName: String?
  }

  private var files: [String: File] = [:]

  mutating func take(_ operation: DiskLog.Operation) {
    switch operation {
    case .opened(let name): files[name] = File()
    case .written(let name, let place, let bytes):
      files[name, default: File()].pending.append(.write(at: place, bytes))
    case .cut(let name, let length):
      files[name, default: File()].pending.append(.cut(to: length))
    case .synced(let name):
      guard var file = files[name] else { return }
      for change in file.pending { Self.apply(change, to: &file.durable) }
      file.pending = []
      files[name] = file
    case .folderSynced:
      for name in files.keys {
        files[name]?.isNameDurable = true
        files[name]?.earlierName = nil
        if files[name]?.isRemoved == true { files[name] = nil }
      }
    case .removed(let name): files[name]?.isRemoved = true
    case .renamed(let name, let other):
      files[other] = files.removeValue(forKey: name)
      files[other]?.earlierName = name
    case .shown: break
    }
  }

  /// What may be found after the power is cut now.
  func image(using generator: inout some RandomNumberGenerator) -> [String: Data] {
    var image: [String: Data] = [:]
    let share = Double.random(in: -0.3...1.3, using: &generator)
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      if file.isRemoved, Bool.random(using: &generator) { continue }
      // The store's own name reaches the disk with the log's: SQLite syncs the folder for it.
      if !file.isNameDurable, file.durable.isEmpty, Bool.random(using: &generator) { continue }
      var bytes = file.durable
      for change in file.pending where Double.random(in: 0..<1, using: &generator) < share {
        Self.apply(Bool.random(using: &generator) ? change : torn(change, &generator), to: &bytes)
      }
      let isOld = file.earlierName != nil && Bool.random(using: &generator)
      image[isOld ? file.earlierName ?? name : name] = bytes
    }
    return image
  }

  /// A write of which only some sectors of 512 bytes arrived.
  private func torn(_ change: Change, _ generator: inout some RandomNumberGenerator) -> Change {
    guard case .write(let place, let bytes) = change, bytes.count > 512 else { return change }
    let sectors = Int.random(in: 0...bytes.count / 512, using: &generator)
    return .write(at: place, bytes.prefix(sectors * 512))
  }

  private static func apply(_ change: Change, to bytes: inout Data) {
    switch change {
    case .write(let place, let new):
      if bytes.count < place + new.count {
        bytes.append(Data(count: place + new.count - bytes.count))
      }
      bytes.replaceSubrange(place..<place + new.count, with: new)
    case .cut(let length):
      if length < bytes.count {
        bytes = bytes.prefix(length)
      } else {
        bytes.append(Data(count: length - bytes.count))
      }
    }
  }
}

/// Numbers that a seed decides, so that a failure can be had again (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
