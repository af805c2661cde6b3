//! The equations of internal services, solved exactly.
//!
//! In: the shares of each internal service and its primary cost per payer. Out: its gross cost per payer, as exact
//! fractions: for each service, gross = primary + Σ over all internal services of their gross × the share that it
//! receives. Gauss and Jordan's elimination over the integers; none where the services charge only each other.

use num_bigint::BigInt;
use num_traits::{One, Zero};

use crate::agreement::{Receiver, ServiceId};
use crate::fraction::{Fraction, over_common, products, ratio};
use crate::key::Proof;

/// Internal services in order, and by which shares each is charged on.
pub(super) struct Flows {
    pub(super) services: Vec<ServiceId>,
    pub(super) proofs: Vec<Option<Proof>>,
}

impl Flows {
    /// The share of the service at `from` that a receiver gets.
    fn share(&self, from: usize, receiver: Receiver) -> Fraction {
        let proof = self.proofs[from].as_ref();
        proof.and_then(|proof| proof.share_of(receiver)).cloned().unwrap_or_else(Zero::zero)
    }

    /// What a receiver gets of every service, per payer; `gross` is per payer, then per service.
    pub(super) fn received(&self, receiver: Receiver, gross: &[Vec<Fraction>]) -> Vec<Fraction> {
        let shares: Vec<Fraction> = (0..self.services.len()).map(|from| self.share(from, receiver)).collect();
        products(gross, &shares)
    }

    /// The gross cost of each service per payer; none where there is no single solution. Without fractions on the way
    /// (E. H. Bareiss, Sylvester's Identity and Multistep Integer-Preserving Gaussian Elimination, 1968): each division
    /// leaves nothing, and numbers grow no further than the determinant.
    pub(super) fn solve(&self, primary: &[Vec<Fraction>]) -> Option<Vec<Vec<Fraction>>> {
        let size = self.services.len();
        let scales = self.scales();
        let mut rows: Vec<Vec<BigInt>> =
            (0..size).map(|to| over_common(&self.equation(to, &scales, &primary[to])).0).collect();
        let mut divisor = BigInt::one();
        for column in 0..size {
            let pivot = (column..size).find(|row| !rows[*row][column].is_zero())?;
            rows.swap(column, pivot);
            let lead = rows[column].clone();
            for (_, row) in rows.iter_mut().enumerate().filter(|(index, _)| *index != column) {
                let factor = row[column].clone();
                // What stands before is nothing by now, but on the diagonal.
                for (cell, above) in row.iter_mut().zip(&lead) {
                    if !cell.is_zero() || !above.is_zero() {
                        *cell = (&lead[column] * &*cell - &factor * above) / &divisor;
                    }
                }
            }
            divisor.clone_from(&lead[column]);
        }
        let solution = |(row, scale): (&Vec<BigInt>, &BigInt)| {
            row[size..].iter().map(|cell| ratio(cell * scale, divisor.clone())).collect()
        };
        Some(rows.iter().zip(&scales).map(solution).collect())
    }

    /// The common denominator of each service's shares. Gross costs are counted in so many parts, which makes the shares
    /// small whole numbers.
    fn scales(&self) -> Vec<BigInt> {
        let scale = |proof: &Option<Proof>| {
            proof.as_ref().map_or_else(BigInt::one, |proof| over_common(&proof.shares).1)
        };
        self.proofs.iter().map(scale).collect()
    }

    /// gross − Σ gross × the share that the service receives = primary: the factors of all gross costs, then primary.
    fn equation(&self, to: usize, scales: &[BigInt], primary: &[Fraction]) -> Vec<Fraction> {
        let receiver = Receiver::Service(self.services[to]);
        let unit = |from| if from == to { One::one() } else { Fraction::zero() };
        let factor = |(from, scale)| (unit(from) - self.share(from, receiver)) * scale;
        let left = scales.iter().enumerate().map(factor);
        left.chain(primary.iter().cloned()).collect()
    }

    /// A way round among services from which nothing ever leaves; empty where there is none.
    pub(super) fn closed_way(&self) -> Vec<ServiceId> {
        let size = self.services.len();
        let next = |from: usize| -> Vec<usize> {
            let to = |to: &usize| !self.share(from, Receiver::Service(self.services[*to])).is_zero();
            (0..size).filter(to).collect()
        };
        let leaves = |from: usize| {
            let inside: Fraction =
                next(from).iter().map(|to| self.share(from, Receiver::Service(self.services[*to]))).sum();
            !inside.is_one()
        };
        let mut open: Vec<bool> = (0..size).map(leaves).collect();
        for _ in 0..size {
            open = (0..size).map(|from| open[from] || next(from).iter().any(|to| open[*to])).collect();
        }
        let Some(start) = open.iter().position(|open| !open) else { return Vec::new() };
        let mut way = vec![start];
        loop {
            let last = way.last().copied().unwrap_or(start);
            let Some(to) = next(last).first().copied() else { return Vec::new() };
            if let Some(begin) = way.iter().position(|seen| *seen == to) {
                return way[begin..].iter().map(|index| self.services[*index]).collect();
            }
            way.push(to);
        }
    }
}

/// Per payer, then per service.
pub(super) fn transposed(gross: &[Vec<Fraction>], payers: usize) -> Vec<Vec<Fraction>> {
    (0..payers).map(|payer| gross.iter().map(|service| service[payer].clone()).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{KeyId, PartnerId};
    use crate::fraction::whole;
    use crate::key::Ground;
    use proptest::prelude::*;

    /// Services that charge on in these shares; what is left goes to a partner's own use.
    fn flows(shares: &[Vec<Fraction>]) -> Flows {
        let proof = |row: &Vec<Fraction>| {
            let mut receivers: Vec<Receiver> =
                (0..row.len()).map(|n| Receiver::Service(ServiceId(n))).collect();
            receivers.push(Receiver::Own(PartnerId(0)));
            let left = whole(1) - row.iter().sum::<Fraction>();
            let shares = row.iter().cloned().chain([left]).collect();
            Some(Proof { key: KeyId(0), receivers, shares, ground: Ground::Equal, unrounded: None })
        };
        Flows {
            services: (0..shares.len()).map(ServiceId).collect(),
            proofs: shares.iter().map(proof).collect(),
        }
    }

    #[test]
    fn services_that_charge_only_each_other_have_no_solution_and_are_named() {
        let shares = [
            vec![ratio(1, 2), whole(0), whole(0)],
            vec![whole(0), whole(0), whole(1)],
            vec![whole(0), whole(1), whole(0)],
        ];
        let flows = flows(&shares);
        assert_eq!(flows.solve(&[vec![whole(0)], vec![whole(1)], vec![whole(1)]]), None);
        assert_eq!(flows.closed_way(), [ServiceId(1), ServiceId(2)]);
    }

    prop_compose! {
        fn systems()(size in 1_usize..7)(
            parts in prop::collection::vec(prop::collection::vec(0_u32..50, size), size),
            primary in prop::collection::vec(prop::collection::vec(-100_000_i64..1_000_000, 2), size),
        ) -> (Vec<Vec<Fraction>>, Vec<Vec<Fraction>>) {
            let row = |parts: &Vec<u32>| {
                let sum = parts.iter().sum::<u32>() + 7;
                parts.iter().map(|part| ratio(*part, sum)).collect()
            };
            let primary = primary.iter().map(|row| row.iter().map(|cents| whole(*cents)).collect()).collect();
            (parts.iter().map(row).collect(), primary)
        }
    }

    proptest! {
        #[test]
        fn the_solution_satisfies_its_equations_and_preserves_the_sum((shares, primary) in systems()) {
            let flows = flows(&shares);
            let gross = flows.solve(&primary).unwrap();
            let by_payer = transposed(&gross, 2);
            for (to, own) in primary.iter().enumerate() {
                let received = flows.received(Receiver::Service(ServiceId(to)), &by_payer);
                for payer in 0..2 {
                    prop_assert_eq!(&gross[to][payer], &(&own[payer] + &received[payer]));
                }
            }
            let own = flows.received(Receiver::Own(PartnerId(0)), &by_payer);
            for payer in 0..2 {
                prop_assert_eq!(&own[payer], &primary.iter().map(|row| &row[payer]).sum::<Fraction>());
            }
            prop_assert!(flows.closed_way().is_empty());
        }
    }
}
