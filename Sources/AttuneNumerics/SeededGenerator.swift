/// Random numbers that are the same for the same seed, on every machine, forever.
///
/// xoshiro256**, its state filled by SplitMix64 (Blackman & Vigna 2021, doi:10.1145/3460772). Each
/// stream of a seed is a sequence of its own: work that is split by stream gives the same result
/// however many threads share it.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  public init(seed: UInt64, stream: UInt64 = 0) {
    var mixer = SplitMix64(state: seed)
    mixer = SplitMix64(state: mixer.next() ^ stream &* 0xD134_2543_DE82_EF95)
    self.init(state: (mixer.next(), mixer.next(), mixer.next(), mixer.next()))
  }

  /// Not all of `state` is 0.
  package init(state: (UInt64, UInt64, UInt64, UInt64)) { self.state = state }

  public mutating func next() -> UInt64 {
    let result = (state.1 &* 5).rotated(by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3.rotated(by: 45)
    return result
  }

  /// A whole number from 0 to `bound - 1`, each as likely as any other, by Lemire's method.
  public mutating func number(below bound: Int) -> Int {
    precondition(bound > 0, "there is a number below the bound")
    let bound = UInt64(bound)
    let unfair = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= unfair { return Int(product.high) }
    }
  }

  /// Fills `numbers` with whole numbers from 0 to `bound - 1`, each as likely as any other.
  ///
  /// By Lemire's method (2019, doi:10.1145/3230636): a product instead of a division, and another
  /// draw where the lowest part would favour some numbers.
  public mutating func fill(_ numbers: inout [Int32], below bound: Int32) {
    precondition(bound > 0, "there is a number below the bound")
    let bound = UInt64(bound)
    let unfair = (1 << 32 - bound) % bound
    var spare: UInt64?
    for index in numbers.indices {
      while true {
        let half: UInt64
        if let kept = spare {
          (half, spare) = (kept, nil)
        } else {
          let both = next()
          (half, spare) = (both & 0xFFFF_FFFF, both >> 32)
        }
        let product = half &* bound
        if product & 0xFFFF_FFFF >= unfair {
          numbers[index] = Int32(truncatingIfNeeded: product >> 32)
          break
        }
      }
    }
  }
}

/// Turns one number into a run of well-mixed ones.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension UInt64 {
  fileprivate func rotated(by places: UInt64) -> UInt64 { self << places | self >> (64 - places) }
}
