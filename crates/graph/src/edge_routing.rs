//! Channel routing between two layers: the track of each vertical segment, from left to right, so that few lines cross.

/// A line between two layers.
#[derive(Clone, Copy)]
pub struct Wire {
    /// The number of its net. Wires of one net share a vertical segment.
    pub net: usize,
    /// The y at which it leaves the layer on the left.
    pub from: f64,
    /// The y at which it reaches the layer on the right.
    pub to: f64,
}

/// Vertical segments that are nearer to each other than this, one below the other, get different tracks.
const MIN_DISTANCE: f64 = 10.0;

/// A vertical segment with all y at which its wires arrive from the left and leave to the right.
struct Net {
    id: usize,
    left: Vec<f64>,
    right: Vec<f64>,
}

impl Net {
    fn span(&self) -> (f64, f64) {
        let all = || self.left.iter().chain(&self.right).copied();
        (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max))
    }

    fn is_straight(&self) -> bool {
        let (top, bottom) = self.span();
        bottom - top < 0.01
    }

    /// The number of crossings if this net is left of another: its wires to the right cross the other's vertical segment, the
    /// other's wires from the left cross this one's.
    fn crossings_left_of(&self, other: &Net) -> usize {
        let crossed = |heights: &[f64], net: &Net| {
            let (top, bottom) = net.span();
            heights.iter().filter(|height| **height > top - 0.01 && **height < bottom + 0.01).count()
        };
        // Where both end in one point they join there, whichever is on the left.
        let meets = self.right.iter().filter(|height| other.right.contains(height)).count();
        (crossed(&self.right, other) + crossed(&other.left, self)).saturating_sub(meets)
    }

    fn overlaps(&self, other: &Net) -> bool {
        let ((top, bottom), (other_top, other_bottom)) = (self.span(), other.span());
        top < other_bottom + MIN_DISTANCE && other_top < bottom + MIN_DISTANCE
    }
}

/// The track of each wire, counted from the left, and the number of tracks. A net whose wires are all horizontal needs none.
pub fn tracks(wires: &[Wire]) -> (Vec<Option<usize>>, usize) {
    let mut nets: Vec<Net> = Vec::new();
    for wire in wires {
        match nets.iter_mut().find(|net| net.id == wire.net) {
            Some(net) => {
                net.left.push(wire.from);
                net.right.push(wire.to);
            }
            None => nets.push(Net { id: wire.net, left: vec![wire.from], right: vec![wire.to] }),
        }
    }
    for net in &mut nets {
        for heights in [&mut net.left, &mut net.right] {
            heights.sort_by(f64::total_cmp);
            heights.dedup();
        }
    }
    nets.retain(|net| !net.is_straight());
    order_nets(&mut nets);
    let mut found: Vec<usize> = Vec::new();
    for (nth, net) in nets.iter().enumerate() {
        let overlaps = nets[..nth].iter().zip(&found).filter(|(other, _)| other.overlaps(net));
        found.push(overlaps.map(|(_, track)| track + 1).max().unwrap_or(0));
    }
    let count = found.iter().max().map_or(0, |last| last + 1);
    let track = |wire: &Wire| nets.iter().position(|net| net.id == wire.net).map(|nth| found[nth]);
    (wires.iter().map(track).collect(), count)
}

/// Moves each net to where it has the fewest crossings, until no move helps.
fn order_nets(nets: &mut Vec<Net>) {
    let costs: Vec<Vec<usize>> =
        nets.iter().map(|one| nets.iter().map(|other| one.crossings_left_of(other)).collect()).collect();
    let cost = |order: &[usize]| -> usize {
        let pairs =
            order.iter().enumerate().flat_map(|(nth, one)| order[nth + 1..].iter().map(move |other| (one, other)));
        pairs.map(|(one, other)| costs[*one][*other]).sum()
    };
    let mut order: Vec<usize> = (0..nets.len()).collect();
    let mut now = cost(&order);
    let mut better = true;
    while better && now > 0 {
        better = false;
        for from in 0..order.len() {
            for to in 0..order.len() {
                move_item(&mut order, from, to);
                let then = cost(&order);
                if then < now {
                    (now, better) = (then, true);
                } else {
                    move_item(&mut order, to, from);
                }
            }
        }
    }
    let mut old: Vec<Option<Net>> = nets.drain(..).map(Some).collect();
    nets.extend(order.into_iter().filter_map(|nth| old[nth].take()));
}

/// Moves the item at index `from` to index `to`.
fn move_item(order: &mut [usize], from: usize, to: usize) {
    if from < to {
        order[from..=to].rotate_left(1);
    } else {
        order[to..=from].rotate_right(1);
    }
}
