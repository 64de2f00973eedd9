//! The uprights between two layers: which lines share one, and which stands left of which, so that few lines cross.

/// A line between two layers: the height at which it leaves the one, and that at which it reaches the other.
#[derive(Clone, Copy)]
pub struct Wire {
    /// Wires of one net share an upright.
    pub net: usize,
    pub from: f64,
    pub to: f64,
}

/// Uprights nearer than this would look like one.
const APART: f64 = 10.0;

/// An upright: all heights that its wires have at the left and at the right.
struct Net {
    name: usize,
    left: Vec<f64>,
    right: Vec<f64>,
}

impl Net {
    fn span(&self) -> (f64, f64) {
        let all = || self.left.iter().chain(&self.right).copied();
        (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max))
    }

    fn is_straight(&self) -> bool {
        let (top, end) = self.span();
        end - top < 0.01
    }

    /// How many crossings there are if this stands left of another: its lines to the right cross the other's upright, the
    /// other's lines from the left cross this one's.
    fn before(&self, other: &Net) -> usize {
        let crossed = |heights: &[f64], net: &Net| {
            let (top, end) = net.span();
            heights.iter().filter(|height| **height > top - 0.01 && **height < end + 0.01).count()
        };
        // Where both end in one point they meet there, whichever is first.
        let meets = self.right.iter().filter(|height| other.right.contains(height)).count();
        (crossed(&self.right, other) + crossed(&other.left, self)).saturating_sub(meets)
    }

    fn beside(&self, other: &Net) -> bool {
        let ((top, end), (other_top, other_end)) = (self.span(), other.span());
        top < other_end + APART && other_top < end + APART
    }
}

/// The track of each net, counted from the left, and how many tracks there are. A net whose wires are level needs none.
pub fn tracks(wires: &[Wire]) -> (Vec<Option<usize>>, usize) {
    let mut nets: Vec<Net> = Vec::new();
    for wire in wires {
        match nets.iter_mut().find(|net| net.name == wire.net) {
            Some(net) => {
                net.left.push(wire.from);
                net.right.push(wire.to);
            }
            None => nets.push(Net { name: wire.net, left: vec![wire.from], right: vec![wire.to] }),
        }
    }
    for net in &mut nets {
        for heights in [&mut net.left, &mut net.right] {
            heights.sort_by(f64::total_cmp);
            heights.dedup();
        }
    }
    nets.retain(|net| !net.is_straight());
    sort(&mut nets);
    let mut found: Vec<usize> = Vec::new();
    for (nth, net) in nets.iter().enumerate() {
        let beside = nets[..nth].iter().zip(&found).filter(|(other, _)| other.beside(net));
        found.push(beside.map(|(_, track)| track + 1).max().unwrap_or(0));
    }
    let count = found.iter().max().map_or(0, |last| last + 1);
    let track = |wire: &Wire| nets.iter().position(|net| net.name == wire.net).map(|nth| found[nth]);
    (wires.iter().map(track).collect(), count)
}

/// Moves each net to where it crosses the others least, until none has a better place.
fn sort(nets: &mut Vec<Net>) {
    let costs: Vec<Vec<usize>> = nets.iter().map(|one| nets.iter().map(|other| one.before(other)).collect()).collect();
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
                shift(&mut order, from, to);
                let then = cost(&order);
                if then < now {
                    (now, better) = (then, true);
                } else {
                    shift(&mut order, to, from);
                }
            }
        }
    }
    let mut old: Vec<Option<Net>> = nets.drain(..).map(Some).collect();
    nets.extend(order.into_iter().filter_map(|nth| old[nth].take()));
}

/// Takes a number out and puts it in elsewhere.
fn shift(order: &mut [usize], from: usize, to: usize) {
    if from < to {
        order[from..=to].rotate_left(1);
    } else {
        order[to..=from].rotate_right(1);
    }
}
