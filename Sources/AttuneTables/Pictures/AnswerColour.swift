#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The colour of an answer in a picture: from orange over grey to purple, after the scheme PuOr.
struct AnswerColour {
  private let parts: [Double]

  /// Of the answer at `place` among `count`, from the lowest.
  init(at place: Int, of count: Int) {
    let last = count - 1
    let side = Double(2 * place - last) / Double(last)
    guard side != 0 else {
      parts = [217, 217, 217]
      return
    }
    let stops: [[Double]] =
      side < 0
      ? [[254, 224, 182], [241, 163, 64], [179, 88, 6]]
      : [[216, 218, 235], [153, 142, 195], [84, 39, 136]]
    let distance = abs(side) * 2
    let lower = min(Int(distance), 1)
    parts = zip(stops[lower], stops[lower + 1]).map { near, far in
      near + (far - near) * (distance - Double(lower))
    }
  }

  /// As HTML and LaTeX write it: `B35806`.
  var hex: String {
    parts.map { part in
      let digits = String(Int(part.rounded()), radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }

  /// Black or white, whichever stands out more: at least 4.5 to 1 on every colour (WCAG 2.2, 1.4.3).
  var ink: String { luminance > 0.179 ? "000000" : "ffffff" }

  /// Relative luminance, as WCAG 2.2 defines it.
  private var luminance: Double {
    let linear = parts.map { part in
      let share = part / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
