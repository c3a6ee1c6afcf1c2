import Crypto
public import Foundation

/// The name that bytes give themselves: their SHA-256 (FIPS 180-4), as 64 lower-case digits.
public struct Fingerprint: Sendable, Hashable, CustomStringConvertible {
  public let description: String

  public init(of bytes: some DataProtocol) {
    var builder = Builder()
    builder.add(bytes)
    self = builder.fingerprint
  }

  fileprivate init(_ digest: SHA256.Digest) {
    // Digit by digit: a store of some hundred people has tens of thousands of these.
    description = String(unsafeUninitializedCapacity: 2 * SHA256.byteCount) { digits in
      for (index, byte) in digest.enumerated() {
        digits[2 * index] = Self.digit(byte >> 4)
        digits[2 * index + 1] = Self.digit(byte & 15)
      }
      return 2 * SHA256.byteCount
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// Takes bytes as they come, so that a file need not be held whole.
  public struct Builder {
    private var hash = SHA256()

    public init() {}

    public mutating func add(_ bytes: some DataProtocol) { hash.update(data: bytes) }

    public var fingerprint: Fingerprint { Fingerprint(hash.finalize()) }
  }
}
