protocol Rule: Sendable {}
