extension DataplaneRefusal {
  /// The statement of the specification that the refusal rests on.
  public var statement: Statement {
    switch self {
    case .invalid(let problems): problems.first?.statement ?? .refusedDataplanes
    case .unmetRequirements, .restricted: .meshConstraints
    case .invalidLabel: .storableLabels
    }
  }
}
