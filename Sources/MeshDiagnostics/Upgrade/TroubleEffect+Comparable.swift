extension TroubleEffect: Comparable {
  /// Whether the left one matters more.
  public static func < (left: TroubleEffect, right: TroubleEffect) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.endIndex }
}
