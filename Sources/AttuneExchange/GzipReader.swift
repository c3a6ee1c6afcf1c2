import CZlib

/// Unpacks gzip (RFC 1952) that comes in pieces, several archives one after the other as one.
///
/// Each piece that is unpacked is lent before the next is made, so that memory does not grow however
/// much an archive holds.
final class GzipReader {
  /// Why an archive cannot be unpacked.
  enum Fault: Error {
    /// It breaks off before its end.
    case cutShort
    /// What it holds is not what was packed.
    case damaged
    /// It unpacks to so much more than its size that it cannot be a table of answers.
    case tooMuch
  }

  private var stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let unpacked = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 22)
  private var filled = 0
  private var packedCount = 0
  private var unpackedCount = 0
  /// Whether the bytes so far end with the end of an archive.
  private var isComplete = false

  /// Answers pack to a fifth or a tenth; text that says one thing forever, to less than a hundredth.
  private static let largestRatio = 100
  /// Below this, the ratio does not matter.
  private static let harmlessCount = 1 << 26

  init() {
    stream.initialize(to: z_stream())
    // 15 for the largest window, 16 more for gzip's own header.
    let status = inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "there is memory for a window of 32 kB")
  }

  deinit {
    inflateEnd(stream)
    stream.deinitialize(count: 1)
    stream.deallocate()
    unpacked.deallocate()
  }

  /// Whether bytes begin as gzip does.
  static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Takes the next piece of the archive and lends what it unpacks to, whenever there is much of it.
  func unpack(
    _ piece: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    packedCount += piece.count
    // The library does not write to what it reads from.
    stream.pointee.next_in = UnsafeMutablePointer(mutating: piece.baseAddress)
    stream.pointee.avail_in = UInt32(piece.count)
    while stream.pointee.avail_in > 0 {
      if isComplete {
        // Zeros fill up the last block of a tape; anything else is the next archive.
        if stream.pointee.next_in.pointee == 0 {
          stream.pointee.next_in += 1
          stream.pointee.avail_in -= 1
          continue
        }
        guard inflateReset(stream) == Z_OK else { throw Fault.damaged }
        isComplete = false
      }
      try step(body)
    }
    // What the library still holds although it has taken all of the piece.
    while !isComplete, stream.pointee.avail_out == 0 { try step(body) }
  }

  /// Lends the rest.
  ///
  /// - Throws: `Fault.cutShort` if the archive has not come to its end.
  func finish(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard isComplete else { throw Fault.cutShort }
    try lend(body)
  }

  private func step(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    if filled == unpacked.count { try lend(body) }
    stream.pointee.next_out = unpacked.baseAddress.map { $0 + filled }
    stream.pointee.avail_out = UInt32(unpacked.count - filled)
    let status = inflate(stream, Z_NO_FLUSH)
    let count = unpacked.count - filled - Int(stream.pointee.avail_out)
    filled += count
    unpackedCount += count
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isComplete = true
    default: throw Fault.damaged
    }
    guard
      unpackedCount <= Self.harmlessCount || unpackedCount / Self.largestRatio <= packedCount
    else { throw Fault.tooMuch }
  }

  private func lend(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard filled > 0 else { return }
    try body(UnsafeBufferPointer(rebasing: unpacked[..<filled]))
    filled = 0
  }
}
