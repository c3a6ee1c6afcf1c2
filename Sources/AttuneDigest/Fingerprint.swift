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
    description = digest.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// Takes bytes as they come, so that a file need not be held whole.
  public struct Builder {
    private var hash = SHA256()

    public init() {}

    public mutating func add(_ bytes: some DataProtocol) { hash.update(data: bytes) }

    public var fingerprint: Fingerprint { Fingerprint(hash.finalize()) }
  }
}
