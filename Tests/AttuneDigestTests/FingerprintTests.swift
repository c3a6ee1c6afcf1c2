import AttuneDigest
import Foundation
import Testing

@Suite struct FingerprintTests {
  // FIPS 180-4 examples, as published by NIST (SHA256.pdf, "abc" and the 448-bit message).
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ])
  func agreesWithThePublishedExamples(text: String, digest: String) {
    #expect(Fingerprint(of: Data(text.utf8)).description == digest)
  }

  @Test func isTheSameHoweverTheBytesArrive() {
    var builder = Fingerprint.Builder()
    builder.add(Data("ab".utf8))
    builder.add(Data("c".utf8))
    #expect(builder.fingerprint == Fingerprint(of: Data("abc".utf8)))
  }
}
