/// What a control plane does, as a value: the rules of every stage.
///
/// No function asks which release it maps for; it asks the rule.
public struct MappingRules: Sendable, Hashable {
  /// The words that switch something on or off.
  public var switchWords: SwitchWords
  /// The injection.
  public var injection: InjectionRules
  /// The mesh of a Pod.
  public var mesh: MeshRules
  /// Which Services belong to a Pod.
  public var services: ServiceRules
  /// The tags.
  public var tags: TagRules
  /// The inbounds.
  public var inbounds: InboundRules
  /// Gateways.
  public var gateway: GatewayRules
  /// Transparent proxying, with direct access and what may be reached.
  public var transparentProxying: TransparentProxyingRules
  /// The labels of Dataplanes.
  public var labels: DataplaneLabelRules
  /// Which Pods get a Dataplane.
  public var lifecycle: LifecycleRules
  /// What a valid Dataplane is.
  public var validation: ValidationRules
  /// What is read for the sections of a Dataplane that the mapping does not write.
  public var unmapped: UnmappedSectionRules
  /// The labels of Nodes that become tags where the control plane is not set otherwise.
  public var defaultNodeLabels: [String]
}
