#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An axis that begins and ends at numbers that are easily read, with such numbers between.
struct PictureAxis {
  let low: Double
  let high: Double
  /// In their order, with the words that stand there.
  let marks: [(value: Double, words: String)]

  /// From at most the lowest of `range` to at least its highest.
  init(around range: ClosedRange<Double>) {
    let (least, most) = (range.lowerBound, range.upperBound)
    // Five steps at the most, of 1, 2 or 5 of a power of ten.
    let rough = (most / 5 - least / 5)
    let power = pow(10, floor(log10(rough)))
    let step = power * ([1, 2, 5, 10].first { $0 * power >= rough * 0.999_999 } ?? 10)
    let (first, last) = (floor(least / step + 1e-9), ceil(most / step - 1e-9))
    let count = last - first
    guard step.isFinite, step > 0, (1...12).contains(count), abs(first) < 1e9, abs(last) < 1e9
    else {
      // Numbers that are far out, or so close together that no round ones lie between.
      (low, high) = (least, most)
      marks = [least, most].map { ($0, APAStyle.show($0, as: .number)) }
      return
    }
    let decimals = min(max(0, Int(-floor(log10(step * 1.000_001)))), 3)
    (low, high) = (first * step, last * step)
    marks = (0...Int(count)).map { index in
      let value = (first + Double(index)) * step
      return (value, APAStyle.show(value, as: .number, decimals: decimals))
    }
  }

  /// Where a value lies: 0 at the beginning of the axis, 1 at its end.
  func place(of value: Double) -> Double {
    // Halves, for the distance of the largest numbers is more than a number holds.
    let whole = high / 2 - low / 2
    return whole > 0 ? min(max((value / 2 - low / 2) / whole, 0), 1) : 0.5
  }
}
