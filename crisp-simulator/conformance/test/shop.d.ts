import Base from "./Base";
/**
 * Declarations in the ways in which the client writes them.
 */
export interface Named {
    name: string;
}
export interface Parcel extends Named {
    state?: ParcelState; // where it is
    weight?: number;
    lid: boolean | null;
    labels?: string[];
    data?: Record<string, string | number>;
    extra?: {
        [key: string]: boolean;
    };
    content?: string | Box;
}
export type Box = {
    boxes?: Box[];
};
export type ParcelState = "packed" | "sent";
export declare enum Size {
    Small = "small",
    Large = "large"
}
declare class Parcels extends Base {
    /**
     * Lists parcels
     */
    listParcels(shopID: string, page?: number, size?: Size): Promise<Parcel[]>;
    sendParcel(shopID: string): Promise<any>;
}
export default Parcels;
