import KubernetesObjects

// Kuma compares bytes; `==` on strings holds equal what only looks the same.

extension Dataplane {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.mesh.hasSameBytes(as: right.mesh)
      && left.metadata == right.metadata
      && left.networking == right.networking
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(mesh))
    hasher.combine(metadata)
    hasher.combine(networking)
  }
}

extension Dataplane.Metadata {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.name.hasSameBytes(as: right.name)
      && left.namespace.hasSameBytes(as: right.namespace)
      && left.labels == right.labels
      && left.annotations == right.annotations
      && left.ownerReferences == right.ownerReferences
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(name))
    hasher.combine(ExactString(namespace))
    hasher.combine(labels)
    hasher.combine(annotations)
    hasher.combine(ownerReferences)
  }
}

extension Dataplane.Networking {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.address.hasSameBytes(as: right.address)
      && left.inbound == right.inbound
      && left.listeners == right.listeners
      && left.gateway == right.gateway
      && left.transparentProxying == right.transparentProxying
      && left.adminPort == right.adminPort
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(address))
    hasher.combine(inbound)
    hasher.combine(listeners)
    hasher.combine(gateway)
    hasher.combine(transparentProxying)
    hasher.combine(adminPort)
  }
}

extension Dataplane.Inbound {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.name.hasSameBytes(as: right.name)
      && left.appProtocol.hasSameBytes(as: right.appProtocol)
      && left.port == right.port
      && left.tags == right.tags
      && left.state == right.state
      && left.health == right.health
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(name))
    hasher.combine(ExactString(appProtocol))
    hasher.combine(port)
    hasher.combine(tags)
    hasher.combine(state)
    hasher.combine(health)
  }
}

extension Dataplane.Listener {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.address.hasSameBytes(as: right.address)
      && left.name.hasSameBytes(as: right.name)
      && left.type == right.type
      && left.port == right.port
      && left.state == right.state
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(address))
    hasher.combine(ExactString(name))
    hasher.combine(type)
    hasher.combine(port)
    hasher.combine(state)
  }
}

extension Dataplane.TransparentProxying {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.directAccessServices.map(ExactString.init) == right.directAccessServices.map(ExactString.init)
      && left.reachableServices.map(ExactString.init) == right.reachableServices.map(ExactString.init)
      && left.redirectPortInbound == right.redirectPortInbound
      && left.redirectPortInboundV6 == right.redirectPortInboundV6
      && left.redirectPortOutbound == right.redirectPortOutbound
      && left.reachableBackends == right.reachableBackends
      && left.ipFamilyMode == right.ipFamilyMode
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(directAccessServices.map(ExactString.init))
    hasher.combine(reachableServices.map(ExactString.init))
    hasher.combine(redirectPortInbound)
    hasher.combine(redirectPortInboundV6)
    hasher.combine(redirectPortOutbound)
    hasher.combine(reachableBackends)
    hasher.combine(ipFamilyMode)
  }
}

extension ReachableBackend {
  /// Whether both are equal, texts byte by byte.
  public static func == (left: Self, right: Self) -> Bool {
    left.kind.hasSameBytes(as: right.kind)
      && left.name.hasSameBytes(as: right.name)
      && left.namespace.hasSameBytes(as: right.namespace)
      && left.port == right.port
      && left.labels == right.labels
  }

  /// Feeds what equality compares to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(ExactString(kind))
    hasher.combine(ExactString(name))
    hasher.combine(ExactString(namespace))
    hasher.combine(port)
    hasher.combine(labels)
  }
}
