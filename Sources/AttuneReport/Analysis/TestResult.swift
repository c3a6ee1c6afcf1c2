public import AttuneTables

/// What one planned test found, or why it found nothing.
public struct TestResult: Sendable {
  /// What the estimate is an estimate of.
  public enum Kind: Sendable, Hashable {
    /// Of means, in the unit of the score; with what it is called where that is not points.
    case difference
    /// A correlation.
    case association
    /// Of several groups or scores at once: no direction.
    case overall
    /// Of a mean from a fixed value.
    case distance
  }

  public struct Group: Sendable, Hashable {
    public let name: String
    public let n: Int
    public let mean: Double
    public let standardDeviation: Double
  }

  /// The numbers of a test that could be made.
  public struct Figures: Sendable, Hashable {
    public var kind: Kind
    /// `difference`, `rho`, `W`.
    public var name: String
    public var n: Int
    public var estimate: Double
    public var interval: ClosedRange<Double>?
    /// Of the interval, as in `95 %`.
    public var level: String?
    /// For no difference; of an equivalence test, for a difference that matters.
    public var pValue: Double
    /// An equivalence test's bounds.
    public var bounds: ClosedRange<Double>?
    /// In standard deviations: Hedges' g; of pairs dz and d_av.
    public var effects: [Effect] = []
    /// The pooled standard deviation, for sizes in points.
    var pooledDeviation: Double?

    init(
      _ kind: Kind, _ name: String, n: Int, estimate: Double, interval: ClosedRange<Double>? = nil,
      level: String? = nil, pValue: Double
    ) {
      self.kind = kind
      self.name = name
      self.n = n
      self.estimate = estimate
      self.interval = interval
      self.level = level
      self.pValue = pValue
    }
  }

  public struct Effect: Sendable, Hashable {
    public let name: String
    public let estimate: Double
    /// `nil` where its method gives none.
    public let interval: ClosedRange<Double>?
  }

  /// Why there is no test.
  public enum Absence: Error, Sendable, Hashable {
    /// A group, or the whole, has fewer people than the plan asks for: it is described only.
    case tooSmall(String)
    case unavailable(String)

    var isTooSmall: Bool { if case .tooSmall = self { true } else { false } }

    public var reason: String {
      switch self {
      case .tooSmall(let reason), .unavailable(let reason): reason
      }
    }
  }

  /// `rel by contact`, `rel with open`.
  public let subject: String
  /// The method in full: `Welch's t-test`.
  public let method: String
  public var groups: [Group] = []
  public var figures: Result<Figures, Absence>
  /// The method's own tables, as its command gives them.
  public var tables: [Table] = []
  /// What stands beside the test: its p, by the method's name.
  public var companions: [(method: String, pValue: Double)] = []
  public var companionTables: [Table] = []
  /// Of two separate groups whose people come from several sites.
  public var bySite: SiteClustering?
  public var cautions: [Caution] = []

  init(_ subject: String, _ method: String, _ absence: Absence = .unavailable("")) {
    self.subject = subject
    self.method = method
    figures = .failure(absence)
  }
}
