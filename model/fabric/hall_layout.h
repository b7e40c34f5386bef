// SPDX-License-Identifier: GPL-3.0-or-later
// Where everything stands, in metres: racks in rows, nodes and boxes in racks, chips on the fronts.
//
// Frame: as fabric.h. Limit: the floor plan and the places on a front are schematic (HallSpec says so by
// grade); sizes of racks and nodes are the published ones.
#pragma once

#include "model/fabric/fabric.h"

namespace supernode {

class HallLayout {
public:
    explicit HallLayout(const SystemSpec& system);

    // Racks: compute racks first, then switch racks, which stand in the middle of their row.
    int racks() const { return m_computeRacks + m_switchRacks; }
    int rackOfNode(int node) const;
    // With two tiers the boxes of each plane are spread over all switch racks.
    int rackOfBox(int box) const;

    Box3 rack(int rack) const;
    Box3 node(int node) const;
    Box3 chip(int node, int chip) const;
    Box3 endpoint(int node, int chip, int endpoint) const;
    Box3 cpu(int node, int cpu) const;
    Box3 leaf(int node, int plane) const;
    Box3 box(int box) const;
    Box3 spine(int box, int inBox) const;

private:
    struct Slot {
        int position; // from the bottom
        int of;
    };
    Slot slotOfNode(int node) const;
    Slot slotOfBox(int box) const;
    Box3 inRack(int rack, Slot slot, double height) const;

    const SystemSpec& m_system; // outlives the layout
    int m_computeRacks;
    int m_switchRacks;
    int m_nodesPerRack;
    int m_boxes;
    int m_boxesPerPlane;
};

} // namespace supernode
