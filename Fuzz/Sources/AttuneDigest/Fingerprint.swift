public import Foundation

/// Stands in for the SHA-256 of the main package, so that fuzzing needs no cryptography: 64 digits
/// that depend on every byte, and no more than that (FNV-1a).
public struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
  public let description: String

  public init(of bytes: some DataProtocol) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    let padded = String(repeating: "0", count: 16 - digits.count) + digits
    description = String(repeating: padded, count: 4)
  }
}
