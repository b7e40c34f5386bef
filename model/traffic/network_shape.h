// SPDX-License-Identifier: GPL-3.0-or-later
// Every network of a machine seen alike: ends at groups, groups at spines, spines at cores, in p planes.
//
// Scale-up: a group is a node (its leaf chips), with one tier the whole supernode. Scale-out: one plane, a
// group is a supernode, its trunk leads to the one spine. VPC: one plane, a group is a node, whose card is
// shared by all its ends, so that even two ends of one node meet at the spine. Ends are numbered endpoints
// first, then CPUs. A pod is a set of groups that share spines; cores join the pods of one domain. Ends in
// different domains are never joined. The links of one end to all planes, of one group to the spines of a
// plane, and of one spine to its cores have consecutive ids. Cost: constant time each. Ownership: refers to
// the fabric.
#pragma once

#include "model/fabric/fabric.h"

#include <compare>
#include <cstdint>
#include <optional>

namespace supernode {

class NetworkShape {
public:
    // The machine must have such a network (SystemSpec::has).
    NetworkShape(const Fabric& fabric, Network network);

    std::uint32_t planes() const { return m_planes; }
    std::uint32_t spines() const { return m_spines; } // of a pod and plane; 0: ends of a group only
    std::uint32_t cores() const { return m_cores; }   // that one spine reaches; 0: spines of a pod only
    std::uint32_t groups() const { return m_groups; }
    std::uint32_t ends() const { return m_endpoints + m_cpus; }
    std::uint32_t endpoints() const { return m_endpoints; }
    bool meetsAtSpine() const { return m_network == Network::Vpc; } // also inside a group
    Network network() const { return m_network; }

    std::uint32_t endOf(ElementId element) const; // an endpoint or CPU
    ElementId elementOf(std::uint32_t end) const;
    std::uint32_t groupOf(std::uint32_t end) const;
    std::uint32_t packageOf(std::uint32_t endpoint) const { return endpoint / m_endpointsPerPackage; }
    std::uint32_t podOf(std::uint32_t group) const { return group / m_groupsPerPod; }
    std::uint32_t domainOf(std::uint32_t group) const { return group / m_groupsPerDomain; }
    std::uint32_t groupsPerPod() const { return m_groupsPerPod; }

    // Whether the machine gives this end a link into the network.
    bool reaches(std::uint32_t end) const;
    bool hasAttach() const { return m_network != Network::Vpc; }
    // From an end to its group; invalid where the end hangs on the group itself (VPC).
    LinkId attach(std::uint32_t end, std::uint32_t plane) const;
    LinkId uplink(std::uint32_t group, std::uint32_t plane, std::uint32_t spine) const;
    LinkId coreLink(std::uint32_t pod, std::uint32_t plane, std::uint32_t spine, std::uint32_t core) const;

    // Where a link stands; none when it belongs to another network or joins the dies of a package.
    enum class Tier : std::uint8_t { Attach, Uplink, Core };
    struct Place {
        std::uint32_t plane = 0;
        Tier tier = Tier::Attach;
        std::uint32_t at = 0; // end, group or pod
        std::uint32_t spine = 0, core = 0;
        auto operator<=>(const Place&) const = default;
    };
    std::optional<Place> placeOf(LinkId link) const;

    const Fabric& fabric() const { return m_f; }

private:
    const Fabric& m_f;
    Network m_network;
    std::uint32_t m_planes = 1, m_spines = 0, m_cores = 0, m_groups = 1, m_groupsPerPod = 1,
                  m_groupsPerDomain = 1;
    std::uint32_t m_endpoints = 0, m_cpus = 0, m_endpointsPerGroup = 1, m_cpusPerGroup = 1,
                  m_endpointsPerPackage = 1;
};

} // namespace supernode
